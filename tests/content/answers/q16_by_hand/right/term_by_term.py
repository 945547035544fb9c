def partial_derivatives_by_hand(x: float, y: float) -> tuple[float, float]:
    # x^2        2xy      y^2
    dz_dx = 2 * x + 2 * y + 0
    dz_dy = 0 + 2 * x + 2 * y
    return dz_dx, dz_dy
