# diagnosis: numbers-not-made-tensors
def partial_derivatives(x, y):
    z = x**2 + 2 * x * y + y**2
    z.backward()
    return x.grad, y.grad
