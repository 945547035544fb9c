# diagnosis: autograd-again
from q15_partial_derivatives import partial_derivatives


def partial_derivatives_by_hand(x, y):
    return partial_derivatives(x, y)
