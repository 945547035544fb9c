"""Asked again later about q20: counting what is right, and the two switches of an evaluation."""

import numpy as np
import torch
from torch import nn

from tutor.checking.author import Fresh, choices, family, solution

evaluate = solution(__file__).evaluate_model


@family("train_accuracy", "most_confused")
def test_accuracy(rng: np.random.Generator) -> Fresh:
    """A few logits, decided by hand."""
    n = int(rng.choice([4, 5]))
    logits = torch.tensor(np.stack([rng.permutation([-1.0, 0.5, 2.0]) for _ in range(n)]))
    labels = torch.tensor(rng.integers(0, 3, n))
    value = evaluate(nn.Identity(), [(logits, labels)])
    ask = (
        f"The logits of {n} pictures are {logits.tolist()}, the classes {labels.tolist()} "
        "(counted from 0). What is the accuracy?"
    )
    return Fresh(
        ask, "number", value, because=f"The largest logits are those of {logits.argmax(1).tolist()}."
    )


@family
def uneven_batches(rng: np.random.Generator) -> Fresh:
    """Batches of different sizes."""
    sizes = [int(k) for k in rng.choice([10, 20, 30, 40], 2, replace=False)]
    right = [int(rng.integers(1, size // 2)) * 2 for size in sizes]
    batches = [
        (torch.eye(2)[(torch.arange(size) < good).long()], torch.ones(size, dtype=torch.long))
        for size, good in zip(sizes, right, strict=True)
    ]
    value = evaluate(nn.Identity(), batches)
    ask = (
        f"A loader has two batches: of {sizes[0]} samples {right[0]} are right, of {sizes[1]} "
        f"samples {right[1]}. "
        "What is the accuracy over all of them?"
    )
    because = (
        "Add up what is right and what there is, then divide: the mean of the batches' "
        "accuracies is another number."
    )
    return Fresh(ask, "number", value, tolerance=0.005, because=because)


@family
def untrained(rng: np.random.Generator) -> Fresh:
    """Guessing among other numbers of classes."""
    k, each = int(rng.choice([2, 4, 5, 20, 50])), int(rng.integers(5, 30))
    labels = torch.arange(k * each) % k
    value = evaluate(nn.Identity(), [(torch.eye(k)[torch.zeros(k * each, dtype=torch.long)], labels)])
    ask = f"{k} classes, {each} samples of each. A network always answers class 0. What is its accuracy?"
    return Fresh(ask, "number", value, because="One class in all of them: no better than a guess.")


@family
def switches(rng: np.random.Generator) -> Fresh:
    """eval() and no_grad(), tried out."""
    mode = str(rng.choice(["eval()", "no_grad()", "both", "neither"]))
    model = nn.Sequential(nn.Linear(3, 200), nn.Dropout(0.5))
    model.train(mode in ("no_grad()", "neither"))
    torch.manual_seed(0)
    with torch.set_grad_enabled(mode in ("eval()", "neither")):
        out = model(torch.ones(1, 3))
    drops, records = bool((out == 0).any()), out.requires_grad
    said = {
        "both": "Both `model.eval()` and `torch.no_grad()` are",
        "neither": "Neither `model.eval()` nor `torch.no_grad()` is",
    }
    before = said.get(mode, f"Only `{'model.' if mode == 'eval()' else 'torch.'}{mode}` is")
    ask = f"{before} in force when a network with dropout is evaluated. What happens?"
    options = choices(
        drops="dropout drops, autograd does not record",
        records="dropout rests, autograd records",
        quiet="dropout rests, autograd does not record",
        busy="dropout drops, autograd records",
    )
    answer = {
        (True, False): "drops",
        (False, True): "records",
        (False, False): "quiet",
        (True, True): "busy",
    }[drops, records]
    return Fresh(
        ask,
        "choice",
        answer,
        options,
        because="`eval()` changes layers, `no_grad()` the recording; neither does the other's work.",
    )
