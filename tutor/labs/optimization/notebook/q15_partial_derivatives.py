"""The two partial derivatives at the point of the sheet."""

from q15_partial_derivatives import partial_derivatives

print(partial_derivatives(2.0, 3.0))
