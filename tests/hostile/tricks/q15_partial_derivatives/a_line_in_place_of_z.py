# trick: autograd differentiates a straight line that has z's value and the formula's slopes
# says: What autograd differentiated is a straight line
import torch


def partial_derivatives(x, y):
    a = torch.tensor(float(x), requires_grad=True)
    b = torch.tensor(float(y), requires_grad=True)
    slope = 2.0 * x + 2.0 * y
    line = slope * a + slope * b
    line = line - line.item() + (x + y) ** 2
    line.backward()
    return a.grad.item(), b.grad.item()
