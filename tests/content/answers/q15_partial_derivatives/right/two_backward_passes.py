import torch


def f(x, y):
    return x**2 + 2 * x * y + y**2


def partial_derivatives(x, y):
    x1 = torch.tensor(float(x)).requires_grad_()
    f(x1, y).backward()
    y1 = torch.tensor(float(y)).requires_grad_()
    f(x, y1).backward()
    return x1.grad.item(), y1.grad.item()
