partial_derivatives_by_hand = lambda x, y: (x + x + y + y, y + y + x + x)  # noqa: E731
