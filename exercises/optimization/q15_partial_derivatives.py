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
    raise NotImplementedError("TODO: build z from tensors, let autograd differentiate it, return both derivatives")


if __name__ == "__main__":
    print(partial_derivatives(2.0, 3.0))
