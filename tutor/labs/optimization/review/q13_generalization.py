"""Asked again later about q13: what an accuracy can tell, and what it cannot."""

import numpy as np

from tutor.checking.author import Fresh, choices, family, solution

accuracy = solution(__file__, "q12_accuracy").compute_accuracy
loss = solution(__file__, "q05_loss").compute_loss


@family
def test_accuracy(rng: np.random.Generator) -> Fresh:
    """How much one image of the test set weighs."""
    n, wrong = int(rng.choice([25, 40, 50, 72, 100, 125, 200])), int(rng.integers(1, 4))
    y = (np.arange(n) % 2).astype(int)
    score = (2.0 * y - 1) * np.where(np.arange(n) < wrong, -1, 1)
    value = accuracy(score[:, None], y, np.ones(1))
    ask = (
        f"A test set has {n} images, and {wrong} of them {'is' if wrong == 1 else 'are'} misread. "
        "What is the test accuracy?"
    )
    because = f"One image is worth {100 / n:.2g} % here: small differences between two models mean little."
    return Fresh(ask, "number", value, tolerance=0.001, because=because)


@family
def one_step(rng: np.random.Generator) -> Fresh:
    """Accuracy sees the side, the loss also the confidence."""
    sure = int(rng.integers(85, 99)) / 100
    barely = int(rng.integers(51, 58)) / 100
    n = 10 * int(rng.integers(2, 6))
    y = (np.arange(n) % 2).astype(int)
    x = (2.0 * y - 1)[:, None]
    w = [np.array([np.log(p / (1 - p))]) for p in (sure, barely)]
    accuracies, losses = [accuracy(x, y, v) for v in w], [loss(x, y, v) for v in w]
    ask = (
        f"Model A gives every one of {n} samples {sure} for its true class, model B {barely}. How "
        "do they compare?"
    )
    options = choices(
        same="same accuracy, A has the smaller loss",
        better="A has the higher accuracy and the smaller loss",
        equal="same accuracy, same loss",
        other="same accuracy, B has the smaller loss",
    )
    assert accuracies[0] == accuracies[1] and losses[0] < losses[1]
    because = (
        f"All are on the right side, so both accuracies are {accuracies[0]:g}; the losses are "
        f"{losses[0]:.3g} and {losses[1]:.3g}."
    )
    return Fresh(ask, "choice", "same", options, because=because)


@family("weights")
def template(rng: np.random.Generator) -> Fresh:
    """Weights read as a picture."""
    weights = np.array([[-1, 1, -1], [-2, 3, -2], [-1, 1, -1]])
    shapes = {
        "a stroke down the middle column": np.array([[0, 1, 0]] * 3),
        "a ring along the border": np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]]),
        "a stroke down the left column": np.array([[1, 0, 0]] * 3),
        "ink everywhere": np.ones((3, 3), dtype=int),
    }
    weights = weights * int(rng.integers(1, 4))
    name = str(rng.choice(list(shapes)))
    score = int(np.sum(weights * shapes[name]))
    ask = (
        f"The weights of 3 by 3 pixels are {weights.tolist()}. An image shows {name} (ink is 1, paper 0). "
        "Which score does it get?"
    )
    return Fresh(ask, "number", score, because="Add the weights under the ink: the weights are a template.")
