import torch


def partial_derivatives(x, y):
    a = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    b = torch.tensor(y, dtype=torch.float64, requires_grad=True)
    (a.pow(2) + 2 * a * b + b.pow(2)).backward()
    return a.grad, b.grad
