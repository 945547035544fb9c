"""Asked again later about q19: where the loss starts, how many steps, and what one step does."""

import numpy as np
import torch
from torch import nn

from tutor.checking.author import Fresh, choices, family


@family
def before_training(rng: np.random.Generator) -> Fresh:
    """The ignorant start, with another number of classes."""
    k = int(rng.choice([2, 3, 4, 5, 20, 100, 1000]))
    value = nn.CrossEntropyLoss()(torch.zeros(8, k), torch.arange(8) % k).item()
    ask = (
        f"An untrained network tells {k} classes apart and knows nothing. What is its "
        "cross-entropy, roughly? (Within 5 % counts.)"
    )
    because = rf"Each class gets 1/{k}, which costs $\log {k}$. Write it so: ln {k}."
    return Fresh(ask, "number", value, tolerance=0.05, because=because)


@family
def steps(rng: np.random.Generator) -> Fresh:
    """Updates of another training."""
    n, size, epochs = (
        int(rng.integers(3, 40)) * 50,
        int(rng.choice([10, 20, 25, 32, 64])),
        int(rng.choice([5, 10, 20])),
    )
    batches = len(torch.utils.data.DataLoader(torch.zeros(n, 1), batch_size=size))
    ask = f"{n} training samples in batches of {size}, {epochs} epochs. How often are the weights updated?"
    because = f"Once a batch: {batches} batches in each of {epochs} epochs."
    return Fresh(ask, "number", batches * epochs, tolerance=0, because=because)


@family
def one_step(rng: np.random.Generator) -> Fresh:
    """One move of the optimizer, with or without zeroing before it."""
    start, rate = float(rng.integers(1, 6)), float(rng.choice([0.01, 0.1, 0.5]))
    old, new = (float(v) for v in rng.integers(-4, 5, 2))
    zeroed = bool(rng.integers(2))
    w = nn.Parameter(torch.tensor(start))
    w.grad = torch.tensor(old)
    optimizer = torch.optim.SGD([w], lr=rate)
    if zeroed:
        optimizer.zero_grad()
    (new * w).backward()
    optimizer.step()
    first = "`optimizer.zero_grad()` is called; then " if zeroed else "Nobody zeroes the gradients; "
    ask = (
        f"A weight is {start:g}, and its `.grad` still holds {old:g} from the last batch. "
        f"{first}`loss.backward()` finds "
        f"the slope {new:g} and `optimizer.step()` follows, with learning rate {rate:g}. What is "
        "the weight now?"
    )
    because = f"`backward` adds to what is there: the step uses {new if zeroed else old + new:g}."
    return Fresh(ask, "number", w.item(), because=because)


@family("without_training_steps")
def order(rng: np.random.Generator) -> Fresh:
    """What happens when one of the four moves is missing, tried out."""
    missing = str(rng.choice(["zero_grad", "backward", "step"]))
    w = nn.Parameter(torch.tensor(4.0))
    optimizer = torch.optim.SGD([w], lr=0.1)
    seen = []
    for _ in range(5):
        if missing != "zero_grad":
            optimizer.zero_grad()
        if missing != "backward":
            (w**2).backward()
        if missing != "step":
            optimizer.step()
        seen.append(w.item())
    answer = "still" if len(set(seen)) == 1 else "gathers"
    ask = f"In the training loop the line with `{missing}` is missing. What do the weights do?"
    options = choices(
        still="they never move",
        gathers="they move, but each step follows the sum of all gradients so far",
        stops="the loop stops with an error",
        fine="they move as they should",
    )
    return Fresh(
        ask,
        "choice",
        answer,
        options,
        because="Tried just now on w² from 4: " + ", ".join(f"{v:.3g}" for v in seen),
    )
