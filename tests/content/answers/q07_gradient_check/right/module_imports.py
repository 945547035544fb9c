import q05_loss
import q06_gradient
import scipy.optimize


def gradient_check(X, y, w):
    return scipy.optimize.check_grad(
        lambda v: q05_loss.compute_loss(X, y, v), lambda v: q06_gradient.compute_gradient(X, y, v), w
    )


if __name__ == "__main__":
    import numpy as np

    rng = np.random.default_rng(1)
    print(gradient_check(rng.normal(size=(9, 3)), rng.integers(0, 2, 9), rng.normal(size=3)))
