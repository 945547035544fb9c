import torch
from torch.func import jvp


def partial_derivatives(x, y):
    def z(a, b):
        return a**2 + 2 * a * b + b**2

    point = (torch.tensor(float(x)), torch.tensor(float(y)))
    one, zero = torch.tensor(1.0), torch.tensor(0.0)
    _, dz_dx = jvp(z, point, (one, zero))
    _, dz_dy = jvp(z, point, (zero, one))
    return dz_dx, dz_dy
