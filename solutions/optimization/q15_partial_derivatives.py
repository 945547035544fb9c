"""The partial derivatives of z = x² + 2xy + y², found by autograd.

By hand: `python q15_partial_derivatives.py`.
"""

import torch


def partial_derivatives(x, y):
    """
    Compute dz/dx and dz/dy of z = x² + 2xy + y² with PyTorch's autograd.

    Args:
        x: Value of x (float)
        y: Value of y (float)

    Returns:
        dz_dx, dz_dy: The two partial derivatives at (x, y), as numbers or one-element tensors
    """
    ### BEGIN SOLUTION build z from tensors, let autograd differentiate it, return both derivatives
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z = x**2 + 2 * x * y + y**2
    z.backward()
    return x.grad.item(), y.grad.item()
    ### END SOLUTION


if __name__ == "__main__":
    print(partial_derivatives(2.0, 3.0))
