from scipy.special import expit


def sigmoid(z):
    """The sigmoid of z."""
    return expit(z)
