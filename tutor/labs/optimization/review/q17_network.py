"""Asked again later about q17: sizes, shapes and what happens between the layers."""

import numpy as np
import torch

from tutor.checking.author import Fresh, choices, family, solution

reference = solution(__file__)


def sizes(rng: np.random.Generator) -> tuple[int, int, int]:
    """Inputs, hidden neurons and outputs of some network."""
    return (
        int(rng.choice([2, 4, 10, 20, 100])),
        int(rng.choice([3, 5, 8, 10, 50])),
        int(rng.choice([2, 3, 5, 10])),
    )


@family
def n_parameters(rng: np.random.Generator) -> Fresh:
    """Another network, counted by PyTorch."""
    a, b, c = sizes(rng)
    count = sum(parameter.numel() for parameter in reference.NeuralNetwork(a, b, c).parameters())
    ask = (
        f"How many numbers does `NeuralNetwork(input_size={a}, hidden_size={b}, output_size={c})` "
        "have to learn?"
    )
    because = f"{a}·{b} + {b} in the first layer, {b}·{c} + {c} in the second: weights and one bias a neuron."
    return Fresh(ask, "number", count, tolerance=0, because=because)


@family
def output_shape(rng: np.random.Generator) -> Fresh:
    """Another batch through another network."""
    a, b, c = sizes(rng)
    batch = int(rng.integers(2, 65))
    shape = tuple(reference.NeuralNetwork(a, b, c)(torch.zeros(batch, a)).shape)
    ask = (
        f"A batch of shape ({batch}, {a}) goes through `NeuralNetwork({a}, {b}, {c})`. What is "
        "the shape of the output?"
    )
    return Fresh(ask, "shape", shape, because="One row a sample, one logit a class; the hidden size is gone.")


@family
def relu(rng: np.random.Generator) -> Fresh:
    """What the layer in between does."""
    values = [float(v) for v in rng.choice(np.arange(-8, 9), 4, replace=False) / 2]
    total = float(torch.relu(torch.tensor(values)).sum())
    ask = f"The hidden layer computes {values} for a picture. What is the sum of these four after the ReLU?"
    return Fresh(
        ask,
        "number",
        total,
        because="Negative ones become 0, the others pass: a bend, without which two layers were one.",
    )


@family
def rows_sum_to_one(rng: np.random.Generator) -> Fresh:
    """Logits or probabilities."""
    logits = torch.tensor([[float(v) for v in rng.permutation([-1, 0, 1, 2, 3])[:3]]])
    good, bad = logits.softmax(1).sum().item(), logits.sum().item()
    assert abs(good - 1) < 1e-6 < abs(bad - 1) or bad == 1
    ask = (
        f"For one picture the network returns {[round(v, 1) for v in logits[0].tolist()]}. The learner wants "
        "probabilities. What has to be done?"
    )
    options = choices(
        softmax="apply a softmax to the row: these are logits",
        nothing="nothing: these are probabilities already",
        divide="divide each by the sum of the three",
        relu="apply a ReLU, so that none is negative",
    )
    because = (
        "`forward` returns logits; the softmax is inside the loss, and the largest logit stays the largest."
    )
    return Fresh(ask, "choice", "softmax", options, because=because)
