# diagnosis: same-derivative-twice
import torch


def partial_derivatives(x, y):
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    z.backward()
    dz_dx = x.grad
    dz_dy = x.grad
    return dz_dx.item(), dz_dy.item()
