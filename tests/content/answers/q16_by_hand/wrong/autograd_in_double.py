# diagnosis: autograd-again
import torch


def partial_derivatives_by_hand(x, y):
    x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    y = torch.tensor(y, dtype=torch.float64, requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    z.backward()
    return x.grad.item(), y.grad.item()
