import numpy as np
import torch


def partial_derivatives(x, y):
    x, y = (torch.from_numpy(np.array([v], dtype=float)).requires_grad_(True) for v in (x, y))
    z = torch.square(x) + 2 * torch.mul(x, y) + torch.square(y)
    z.sum().backward()
    return x.grad.numpy()[0], y.grad.detach().numpy()[0]
