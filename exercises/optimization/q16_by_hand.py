"""The same two partial derivatives, found with pen and paper.

By hand: `python q16_by_hand.py` sets them beside what autograd says.
"""


def partial_derivatives_by_hand(x, y):
    """
    Compute dz/dx and dz/dy of z = x² + 2xy + y² from the formulas you derived.

    Args:
        x: Value of x (float)
        y: Value of y (float)

    Returns:
        dz_dx, dz_dy: The two partial derivatives at (x, y), exact up to rounding
    """
    raise NotImplementedError("TODO: return the two formulas of your sheet of paper")


if __name__ == "__main__":
    from q15_partial_derivatives import partial_derivatives

    print("by hand: ", partial_derivatives_by_hand(2.0, 3.0))
    print("autograd:", partial_derivatives(2.0, 3.0))
