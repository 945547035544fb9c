# diagnosis: only-one-asks-for-a-gradient
import torch


def partial_derivatives(x, y):
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y))
    z = x**2 + 2 * x * y + y**2
    z.backward()
    return x.grad, y.grad
