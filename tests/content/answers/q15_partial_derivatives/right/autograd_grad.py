import torch
from torch.autograd import grad


def partial_derivatives(x, y):
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    dz_dx, dz_dy = grad(z, (x, y))
    return dz_dx, dz_dy
