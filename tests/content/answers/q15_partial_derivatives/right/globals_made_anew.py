import torch

x_t = None
y_t = None


def partial_derivatives(x, y):
    global x_t, y_t
    x_t = torch.tensor(x * 1.0, requires_grad=True)
    y_t = torch.tensor(y * 1.0, requires_grad=True)
    z = x_t**2 + 2 * x_t * y_t + y_t**2
    z.backward()
    dz_dx = x_t.grad
    dz_dy = y_t.grad
    return (dz_dx, dz_dy)
