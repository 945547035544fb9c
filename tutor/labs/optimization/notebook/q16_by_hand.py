"""The same by hand."""

from q16_by_hand import partial_derivatives_by_hand

print(partial_derivatives_by_hand(2.0, 3.0))
