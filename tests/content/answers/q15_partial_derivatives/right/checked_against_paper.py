"""Question 15 with the manual verification inside."""

import torch


def partial_derivatives(x: float, y: float) -> tuple[float, float]:
    """dz/dx and dz/dy by autograd, verified by hand."""
    x_t = torch.tensor(float(x), requires_grad=True)
    y_t = torch.tensor(float(y), requires_grad=True)
    z = x_t**2 + 2 * x_t * y_t + y_t**2
    z.backward()
    manual_x = 2 * x + 2 * y
    manual_y = 2 * x + 2 * y
    assert abs(x_t.grad.item() - manual_x) < 1e-3 * (1 + abs(manual_x))
    assert abs(y_t.grad.item() - manual_y) < 1e-3 * (1 + abs(manual_y))
    print(f"dz/dx = {x_t.grad}, manually {manual_x}")
    print(f"dz/dy = {y_t.grad}, manually {manual_y}")
    return x_t.grad.item(), y_t.grad.item()


if __name__ == "__main__":
    print(partial_derivatives(2, 3))
