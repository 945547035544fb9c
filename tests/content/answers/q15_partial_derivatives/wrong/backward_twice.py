# diagnosis: backward-twice
import torch


def partial_derivatives(x, y):
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    z.backward(retain_graph=True)
    z.backward()
    return x.grad.item(), y.grad.item()
