import torch


def partial_derivatives(x, y):
    x = torch.tensor([float(x)], requires_grad=True)
    y = torch.tensor([float(y)], requires_grad=True)
    z = x * x + 2 * x * y + y * y
    z.backward(retain_graph=True)
    dz_dx = x.grad.clone()
    x.grad.zero_()
    y.grad.zero_()
    z.backward()
    dz_dy = y.grad.clone()
    return dz_dx, dz_dy
