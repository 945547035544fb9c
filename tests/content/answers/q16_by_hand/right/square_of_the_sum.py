def partial_derivatives_by_hand(x, y):
    """z = (x + y)^2, so the outer derivative is all there is."""
    slope = 2 * (x + y)
    return slope, slope
