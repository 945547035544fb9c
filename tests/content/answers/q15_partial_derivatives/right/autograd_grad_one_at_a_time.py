import torch


def partial_derivatives(x, y):
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    (dz_dx,) = torch.autograd.grad(z, x, retain_graph=True)
    (dz_dy,) = torch.autograd.grad(z, y)
    return dz_dx.item(), dz_dy.item()
