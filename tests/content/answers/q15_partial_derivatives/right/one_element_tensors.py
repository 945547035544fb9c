import torch


def partial_derivatives(x, y):
    x = torch.tensor([x], dtype=torch.float32, requires_grad=True)
    y = torch.tensor([y], dtype=torch.float32, requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    z.backward()
    return x.grad, y.grad
