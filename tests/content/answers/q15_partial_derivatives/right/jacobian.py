import torch
from torch.autograd.functional import jacobian


def partial_derivatives(x, y):
    z = lambda a, b: a**2 + 2 * a * b + b**2
    dx, dy = jacobian(z, (torch.tensor(float(x)), torch.tensor(float(y))))
    return float(dx), float(dy)
