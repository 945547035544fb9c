"""Promises of q19: the training loop."""

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from tutor.checking.author import (
    Curves,
    Failure,
    Figure,
    Handle,
    Misconception,
    Series,
    Trial,
    check,
    digits,
    figure,
    misconception,
    prediction,
)
from tutor.checking.compare import describe, is_tensor

TESTED = (
    "a small network with known weights (5 inputs, 6 hidden, 4 classes) on 23 samples: one step on one batch; 3 "
    "epochs of 4 batches, the last one smaller; the default arguments. After each, all weights are compared with "
    "plain SGD's to 4 digits, and the losses with the means over batches or over samples. Not tested: other "
    "optimizers' virtues, very large learning rates, the text of what you print."
)

FUNCTION = "train"
SIZES = (5, 6, 4)
SAMPLES = 23


def problem(t: Trial) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """Weights (W1, b1, W2, b2), inputs (23, 5) and labels (23,), all random."""
    n, h, k = SIZES
    arrays = [t.rng.normal(0.0, 0.7, shape).astype(np.float32) for shape in ((h, n), (h,), (k, h), (k,))]
    X = t.rng.normal(0.0, 1.0, (SAMPLES, n)).astype(np.float32)
    return arrays, X, t.rng.integers(0, k, SAMPLES)


class Run:
    """One call of the exercise's `train` and what it left behind."""

    def __init__(
        self, t: Trial, task: tuple[list[np.ndarray], np.ndarray, np.ndarray], batch_size: int, **options: Any
    ) -> None:
        self.arrays, self.X, self.y = task
        self.batch_size = batch_size
        self.n_epochs = options.get("n_epochs", 100)
        self.learning_rate = options.get("learning_rate", 0.01)
        training, self.normalized = options.pop("training", True), options.pop("normalized", False)
        model = t.public("network", self.arrays, training, self.normalized)
        loader = t.public("loader", self.X, self.y, batch_size)
        try:
            self.history = t.call(FUNCTION, model, loader, **options)
        except Failure as failure:
            raise named_error(t, failure) from None
        self.printed = t.last.stdout
        self.weights = [tensor.numpy() for tensor in t.public("weights", model)]
        self.counts = t.public("counts", model)

    def again(self, train: Any, training: bool = True) -> tuple[list[np.ndarray], Any]:
        """What another `train` makes of the same task here: the weights and the history."""
        torch.manual_seed(0)
        model = build(self.arrays, self.normalized).train(training)
        data = TensorDataset(torch.from_numpy(self.X), torch.from_numpy(self.y))
        history = train(model, DataLoader(data, self.batch_size), self.n_epochs, self.learning_rate)
        return [parameter.detach().numpy() for parameter in model.parameters()], history


def build(arrays: list[np.ndarray], normalized: bool = False) -> nn.Module:
    """A network with these weights; a normalized one has another step before its ReLU."""
    n, h, k = SIZES
    inner = [nn.BatchNorm1d(h, affine=False)] if normalized else []
    model = nn.Sequential(nn.Linear(n, h), *inner, nn.ReLU(), nn.Linear(h, k))
    with torch.no_grad():
        for parameter, array in zip(model.parameters(), arrays, strict=True):
            parameter.copy_(torch.from_numpy(array))
    return model


def named_error(t: Trial, failure: Failure) -> Failure:
    """The failure with its mistake's name, if the message tells."""
    raised = t.last.raised
    for part, slug, sentence, look in ERRORS:
        if raised and part in raised.message:
            return Failure(f"{sentence} {failure.seen}", look, slug, failure.line, failure.seen)
    return failure


ERRORS = (
    (
        "does not require grad",
        "gradients-switched-off",
        "The loss has no way back to the weights: the recording is switched off or cut off before it.",
        "`torch.no_grad`, `detach`, `.data` or a new tensor between the network and the loss?",
    ),
    (
        "object has no attribute 'backward'",
        "plain-number-before-backward",
        "The loss is a plain number when you go backward: numbers have no memory.",
        "Where do you call `.item()`, and what do you still need the tensor for?",
    ),
    (
        "'Counting' object is not iterable",
        "parameters-not-given",
        "The optimizer has not been told which parameters it may change.",
        "Which method of a network lists them?",
    ),
)
"""Part of a message, the slug, the sentence that names the mistake, what to look at."""


def same_weights(a: list[np.ndarray], b: list[np.ndarray]) -> bool:
    """Whether two networks have the same weights, to the precision of 32-bit numbers."""
    return all(np.allclose(x, y, rtol=1e-4, atol=2e-5) for x, y in zip(a, b, strict=True))


def judge_weights(run: Run, items: tuple[Misconception, ...]) -> None:
    """Raise Failure, with the mistake's name if one of `items` leaves the same weights."""
    right, _ = run.again(loop)
    if same_weights(run.weights, right):
        return
    if same_weights(run.weights, run.arrays):
        raise unmoved(run)
    gap = [np.abs(got - start).max() for got, start in zip(run.weights, run.arrays, strict=True)]
    want = [np.abs(end - start).max() for end, start in zip(right, run.arrays, strict=True)]
    seen = (
        f"After {run.n_epochs} {'epoch' if run.n_epochs == 1 else 'epochs'} with learning rate {run.learning_rate} "
        f"the weights have moved by up to {max(gap):.3g}, {max(gap) / max(want):.3g} times as far as plain SGD moves them."
    )
    for item in items:
        try:
            if same_weights(run.weights, run.again(item)[0]):
                raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
        except (RuntimeError, IndexError, ValueError):
            continue
    if isinstance(run.history, list | tuple) and len(run.history) < run.n_epochs:
        raise Failure(
            f"You stop early: of {run.n_epochs} epochs, {len(run.history)} have a loss. {seen}",
            "What ends your outer loop before its range does?",
            "stops-early",
        )
    raise Failure(
        f"The weights are not those of plain SGD. {seen}",
        "Go through the four moves for one batch: is each there, once, in the right order, with the right arguments?",
    )


def unmoved(run: Run) -> Failure:
    """Why the network's weights are still what they were."""
    seen = "The weights of the network are the same after training as before."
    if not run.counts["forward"]:
        item = other_model_trained
    elif not run.counts["backward"]:
        item = backward_forgotten
    elif not run.counts["gradients"]:
        item = gradients_zeroed_too_early
    else:
        item = step_forgotten
    return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)


def losses(run: Run) -> np.ndarray:
    """The history as an array (n_epochs,); Failure unless it is one number for each epoch."""
    got = run.history
    if isinstance(got, tuple | list) and any(
        isinstance(item, Handle | list | tuple | np.ndarray) for item in got
    ):
        item = next((item for item in got if isinstance(item, Handle)), None)
        raise Failure(
            f"You return {describe(got)}{f', one of them {describe(item)}' if item else ''}; a list of losses "
            "alone is asked for.",
            "The network is changed in place; it need not be returned.",
            "not-a-list-of-losses",
        )
    if isinstance(got, Handle | str | dict | int | float | np.number) or (
        not isinstance(got, list | tuple) and np.ndim(plain(got)) == 0
    ):
        raise Failure(
            f"You return {describe(got)}; a list with one loss for each epoch is asked for.",
            "What is collected at the end of each epoch, and returned at the very end?",
            "not-a-list-of-losses",
        )
    found = [one_loss(item) for item in got]
    if None in found:
        raise Failure(
            f"Loss {found.index(None)} of your history is {describe(got[found.index(None)])}, not a number.",
            "What is appended at the end of each epoch?",
            "not-a-list-of-losses",
        )
    return np.array(found)


def one_loss(item: Any) -> float | None:
    """The number that an entry of the history is; None when it is none."""
    array = np.asarray(plain(item))
    return float(array.reshape(-1)[0]) if array.size == 1 and array.dtype.kind in "iuf" else None


def plain(value: Any) -> Any:
    return value.detach().numpy() if is_tensor(value) else value


@check
def one_step(t: Trial) -> None:
    """After one epoch with one batch, each weight has moved by the learning rate times its gradient."""
    task = problem(t)
    run = Run(t, task, SAMPLES, n_epochs=1, learning_rate=0.3)
    if same_weights(run.weights, run.arrays):  # a longer run may tell why
        longer = Run(t, task, 6, n_epochs=3, learning_rate=0.2)
        if not same_weights(longer.weights, longer.arrays):
            judge_weights(longer, MANY_STEPS)
    judge_weights(run, ONE_STEP)


@check
def many_steps(t: Trial) -> None:
    """Over several batches and epochs, each batch takes one such step, with its own gradient only."""
    run = Run(t, problem(t), 6, n_epochs=3, learning_rate=0.2)
    judge_weights(run, MANY_STEPS)


@check
def history(t: Trial) -> None:
    """train returns a list with the mean loss of each epoch."""
    run = Run(t, problem(t), 6, n_epochs=3, learning_rate=0.2)
    got = losses(run)
    judge_length(run, len(got))
    judge_losses(t, run, got)
    remark_tensors(t, run.history)


def judge_length(run: Run, length: int) -> None:
    """Raise Failure unless there is one loss for each epoch (one more, from before the first, is allowed)."""
    n_batches = -(-SAMPLES // run.batch_size)
    seen = f"With n_epochs={run.n_epochs} and {n_batches} batches you return {length} losses."
    if length == run.n_epochs * n_batches:
        item = one_loss_per_batch
        raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    if length not in (run.n_epochs, run.n_epochs + 1):
        raise Failure(
            f"{seen} One for each epoch is asked for.",
            "At which indentation is the loss appended to the history?",
            "history-length",
        )


def judge_losses(t: Trial, run: Run, got: np.ndarray) -> None:
    """Raise Failure unless the losses are means over batches, or over samples, of plain SGD's losses."""
    if len(got) == run.n_epochs + 1:
        got = got[1:]
    by_batch, by_sample, after = truth(run)
    if close(got, by_batch) or close(got, by_sample):
        return
    if any(close(got, kind) for kind in after):
        t.remark(
            "loss-after-the-epoch",
            "Your losses are measured once more after each epoch; the mean of the batch losses comes for free.",
        )
        return
    seen = f"For the first epoch you return {got[0]:.4g}, for the last {got[-1]:.4g}."
    for item in HISTORIES:
        if close(got, run.again(item)[1]):
            raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    factor = got / by_batch
    if np.ptp(factor) < 1e-3 * abs(factor[0]):
        raise Failure(
            f"Your losses are {factor[0]:.4g} times the means of the batch losses, in every epoch. {seen}",
            f"There are {SAMPLES} samples in 4 batches (of 6, the last of 5): what do you divide by?",
            "constant-factor",
        )
    raise Failure(
        f"The losses are not the means of each epoch's batch losses. {seen}",
        "What is added up over the batches, what is it divided by, and when does the sum start again from 0?",
        "not-the-mean-of-the-epoch",
    )


def close(got: np.ndarray, want: Any) -> bool:
    want = np.asarray([float(plain(item)) for item in want])
    return got.shape == want.shape and bool(np.allclose(got, want, rtol=2e-4, atol=1e-5))


def truth(run: Run) -> tuple[list[float], list[float], list[list[float]]]:
    """Plain SGD's losses: mean over batches, mean over samples; and both, measured after each epoch."""
    batches = [slice(k, k + run.batch_size) for k in range(0, SAMPLES, run.batch_size)]
    sizes = [len(run.y[batch]) for batch in batches]
    model = build(run.arrays)
    X, y = torch.from_numpy(run.X), torch.from_numpy(run.y)
    optimizer = torch.optim.SGD(model.parameters(), lr=run.learning_rate)
    during, after = [], []
    for _ in range(run.n_epochs):
        seen = []
        for batch in batches:
            loss = nn.functional.cross_entropy(model(X[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            seen.append(loss.item())
        during.append(seen)
        with torch.no_grad():
            after.append([nn.functional.cross_entropy(model(X[batch]), y[batch]).item() for batch in batches])
    means = [
        [float(np.average(epoch, weights=w)) for epoch in kind]
        for kind in (during, after)
        for w in (None, sizes)
    ]
    return means[0], means[1], means[2:]


def remark_tensors(t: Trial, got: Any) -> None:
    """Advice about a history of tensors."""
    if any(is_tensor(item) and item.requires_grad for item in got):
        t.remark(
            "history-keeps-graphs",
            "Your history holds tensors that remember how they were computed: each keeps a whole graph in memory. "
            "`.item()` gives the number alone.",
        )
    elif any(is_tensor(item) for item in got):
        t.remark(
            "history-of-tensors", "Your history holds tensors; plain numbers (`.item()`) are easier to use."
        )


@check
def defaults(t: Trial) -> None:
    """Without further arguments it trains for 100 epochs with learning rate 0.01."""
    run = Run(t, problem(t), SAMPLES)
    if len(losses(run)) not in (100, 101):
        raise Failure(
            f"Without n_epochs you return {len(losses(run))} losses; 100 epochs are the default.",
            "Compare your `def` line with the one that was handed out.",
            "other-defaults",
        )
    right, _ = run.again(loop)
    if not same_weights(run.weights, right):
        raise Failure(
            "With the default arguments the weights are not where 100 epochs of learning rate 0.01 lead.",
            "Compare your `def` line with the one that was handed out.",
            "other-defaults",
        )
    if not run.printed.strip():
        t.remark(
            "nothing-printed", "You print nothing; a line every 10 epochs shows that a long run is alive."
        )


@check
def mode(t: Trial) -> None:
    """The network is trained in training mode."""
    options = {"n_epochs": 2, "learning_rate": 0.1, "normalized": True}
    run = Run(t, problem(t), 8, **options)
    if not same_weights(run.weights, run.again(loop)[0]):
        raise not_in_training_mode(run)
    run = Run(t, problem(t), 8, training=False, **options)
    if not same_weights(run.weights, run.again(loop)[0]):
        t.remark(
            "training-mode-not-set",
            "A network that was evaluated before would be trained in evaluation mode: `model.train()` at the start "
            "would take care of that.",
        )


def not_in_training_mode(run: Run) -> Failure:
    """What is wrong with the weights of a network that normalizes each batch, which shows the mode it was in."""
    item = trains_in_evaluation_mode
    seen = "We gave a network that computes otherwise in the two modes, and its weights are not where training mode leads."
    if same_weights(run.weights, run.again(loop, training=False)[0]):
        return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    return Failure(
        f"{seen} Nor are they where evaluation mode alone leads.",
        "Who calls `eval()`, and who calls `train()` before the next batch?",
        "not-always-in-training-mode",
    )


def cross_entropy(logits, labels):
    """The right loss."""
    return nn.functional.cross_entropy(logits, labels)


def loop(
    model, train_loader, n_epochs, learning_rate, *, make=torch.optim.SGD, loss_of=cross_entropy, moves=None
):
    """The right loop but for its optimizer, its loss or its `moves(optimizer, loss)` for each batch."""
    optimizer = make(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(n_epochs):
        total = 0.0
        for inputs, labels in train_loader:
            loss = loss_of(model(inputs), labels)
            (moves or right_moves)(optimizer, loss)
            total += loss.item()
        losses.append(total / len(train_loader))
    return losses


def right_moves(optimizer, loss):
    """Zero, backward, step."""
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


@misconception(FUNCTION, look="what `backward` does with gradients that are already there")
def gradients_not_zeroed(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The gradients are never set to zero: each batch adds its own to those of all batches before."""
    return loop(
        model, train_loader, n_epochs, learning_rate, moves=lambda o, loss: (loss.backward(), o.step())
    )


@misconception(FUNCTION, look="at which indentation the gradients are zeroed")
def gradients_zeroed_once_an_epoch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The gradients are set to zero once an epoch only: within it, each batch adds to the ones before."""
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        losses.append([])
        for inputs, labels in train_loader:
            loss = cross_entropy(model(inputs), labels)
            loss.backward()
            optimizer.step()
            losses[-1].append(loss.item())
    return [float(np.mean(epoch)) for epoch in losses]


@misconception(FUNCTION, look="the order of the moves")
def gradients_zeroed_too_early(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The gradients are set to zero between `backward` and `step`, so the step has nothing to go by."""
    moves = lambda o, loss: (loss.backward(), o.zero_grad(), o.step())  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, moves=moves)


@misconception(FUNCTION, look="the order of the moves: which gradient does each step use?")
def step_before_backward(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You step before going backward, so each step uses the gradient of the batch before."""
    moves = lambda o, loss: (o.step(), o.zero_grad(), loss.backward())  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, moves=moves)


@misconception(FUNCTION, look="which of the four moves changes the weights")
def step_forgotten(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The optimizer never takes a step: gradients are computed, but nobody uses them."""
    return loop(
        model, train_loader, n_epochs, learning_rate, moves=lambda o, loss: (o.zero_grad(), loss.backward())
    )


@misconception(FUNCTION, look="which of the four moves computes the gradients")
def backward_forgotten(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Nobody goes backward: no gradient is ever computed, so the steps do nothing."""
    return loop(model, train_loader, n_epochs, learning_rate, moves=lambda o, loss: (o.zero_grad(), o.step()))


@misconception(FUNCTION, look="which network goes forward, and whose parameters the optimizer has")
def other_model_trained(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You train another network than the one you were given."""
    other = nn.Sequential(nn.Linear(SIZES[0], SIZES[1]), nn.ReLU(), nn.Linear(SIZES[1], SIZES[2]))
    return loop(other, train_loader, n_epochs, learning_rate)


@misconception(FUNCTION, look="the optimizer: which one has question 8's update rule?")
def adam_instead_of_sgd(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The step's length does not follow the gradient: that is Adam, or a relative of it; plain SGD is asked for."""
    return loop(model, train_loader, n_epochs, learning_rate, make=torch.optim.Adam)


@misconception(FUNCTION, look="the optimizer: which one has question 8's update rule?")
def adamw_instead_of_sgd(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You use AdamW; plain SGD is asked for."""
    return loop(model, train_loader, n_epochs, learning_rate, make=torch.optim.AdamW)


@misconception(FUNCTION, look="the optimizer: which one has question 8's update rule?")
def rmsprop_instead_of_sgd(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You use RMSprop; plain SGD is asked for."""
    return loop(model, train_loader, n_epochs, learning_rate, make=torch.optim.RMSprop)


@misconception(FUNCTION, look="the arguments of the optimizer")
def momentum_added(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your SGD has momentum; plain SGD has none."""
    make = lambda parameters, lr: torch.optim.SGD(parameters, lr=lr, momentum=0.9)  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, make=make)


@misconception(FUNCTION, look="the arguments of the optimizer")
def weight_decay_added(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your SGD has a weight decay; plain SGD has none."""
    make = lambda parameters, lr: torch.optim.SGD(parameters, lr=lr, weight_decay=0.01)  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, make=make)


@misconception(FUNCTION, look="a number in your code where `learning_rate` should stand")
def learning_rate_ignored(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The step size is 0.01 whatever learning_rate is."""
    return loop(model, train_loader, n_epochs, 0.01)


@misconception(FUNCTION, look="the sign of the step, or of the loss")
def uphill(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You go uphill: the weights move along the gradient instead of against it."""
    return loop(model, train_loader, n_epochs, learning_rate, moves=lambda o, loss: right_moves(o, -loss))


@misconception(FUNCTION, look="what the loss gets: logits, or what you made of them?")
def softmax_before_the_loss(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You apply the softmax before CrossEntropyLoss, which applies it again."""
    return loop(
        model, train_loader, n_epochs, learning_rate, loss_of=lambda z, y: cross_entropy(z.softmax(1), y)
    )


@misconception(FUNCTION, look="the loss: which one is asked for?")
def squared_error(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You minimize the squared error; the cross-entropy is asked for."""
    squared = lambda z, y: nn.functional.mse_loss(z, nn.functional.one_hot(y, z.shape[1]).float())  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, loss_of=squared)


@misconception(FUNCTION, look="the loss: what does it expect, logits or log-probabilities?")
def nll_of_logits(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You give logits to NLLLoss, which expects log-probabilities."""
    return loop(model, train_loader, n_epochs, learning_rate, loss_of=nn.functional.nll_loss)


@misconception(FUNCTION, look="the loss: ten classes, or ten yes-or-no questions?")
def binary_cross_entropy(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You use a binary cross-entropy on one-hot labels; the cross-entropy over the classes is asked for."""
    binary = lambda z, y: nn.functional.binary_cross_entropy_with_logits(  # noqa: E731
        z, nn.functional.one_hot(y, z.shape[1]).float()
    )
    return loop(model, train_loader, n_epochs, learning_rate, loss_of=binary)


@misconception(FUNCTION, look="the arguments of the loss")
def loss_summed_over_the_batch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your loss adds the samples of a batch up instead of averaging them, so the steps are a batch too long."""
    summed = lambda z, y: nn.functional.cross_entropy(z, y, reduction="sum")  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, loss_of=summed)


@misconception(FUNCTION, look="at which indentation the step is taken")
def one_step_an_epoch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You take one step an epoch, with the gradients of all its batches added up; each batch takes one."""
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        batch_losses = [cross_entropy(model(inputs), labels) for inputs, labels in train_loader]
        sum(batch_losses).backward()
        optimizer.step()
        losses.append(float(np.mean([loss.item() for loss in batch_losses])))
    return losses


@misconception(FUNCTION, look="at which indentation `backward` and `step` stand")
def last_batch_only(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Only the last batch of each epoch takes a step: backward and step stand outside the inner loop."""
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(n_epochs):
        for inputs, labels in train_loader:
            loss = cross_entropy(model(inputs), labels)
        right_moves(optimizer, loss)
        losses.append(loss.item())
    return losses


@misconception(FUNCTION, look="where the loop over the batches ends")
def first_batch_only(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Only the first batch of each epoch is used."""
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for _ in range(n_epochs):
        inputs, labels = next(iter(train_loader))
        loss = cross_entropy(model(inputs), labels)
        right_moves(optimizer, loss)
        losses.append(loss.item())
    return losses


@misconception(FUNCTION, look="where the function returns: after the first epoch, or after the last?")
def one_epoch_only(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You train for one epoch only."""
    return loop(model, train_loader, 1, learning_rate)


@misconception(FUNCTION, look="the range of the outer loop")
def one_epoch_too_many(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You train for one epoch more than asked for."""
    return loop(model, train_loader, n_epochs + 1, learning_rate)


@misconception(FUNCTION, look="the range of the outer loop")
def one_epoch_too_few(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You train for one epoch less than asked for: the range starts at 1, or something stops before the end."""
    return loop(model, train_loader, n_epochs - 1, learning_rate)


@misconception(FUNCTION, look="a number in your code where `n_epochs` should stand")
def n_epochs_ignored(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You train for 100 epochs whatever n_epochs is."""
    return loop(model, train_loader, 100, learning_rate)


@misconception(FUNCTION, look="where the optimizer is created: before the loops, or anew in each?")
def two_steps_a_batch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Each batch moves the weights twice as far as it should: by two steps, or by a doubled rate."""
    moves = lambda o, loss: (right_moves(o, loss), o.step())  # noqa: E731
    return loop(model, train_loader, n_epochs, learning_rate, moves=moves)


def histories(model, train_loader, n_epochs, learning_rate):
    """Train rightly; the losses of each epoch's batches."""
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    found = []
    for _ in range(n_epochs):
        found.append([])
        for inputs, labels in train_loader:
            loss = cross_entropy(model(inputs), labels)
            right_moves(optimizer, loss)
            found[-1].append(loss.item())
    return np.array(found)


@misconception(FUNCTION, look="what the name `loss` refers to when the inner loop is over")
def loss_of_the_last_batch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your history holds the loss of each epoch's last batch, not the mean of all its batches."""
    return histories(model, train_loader, n_epochs, learning_rate)[:, -1].tolist()


@misconception(FUNCTION, look="where in the epoch the loss is stored")
def loss_of_the_first_batch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your history holds the loss of each epoch's first batch, not the mean of all its batches."""
    return histories(model, train_loader, n_epochs, learning_rate)[:, 0].tolist()


@misconception(FUNCTION, look="the division at the end of each epoch")
def sum_instead_of_mean(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your history holds the sum of each epoch's batch losses; the mean is asked for."""
    return histories(model, train_loader, n_epochs, learning_rate).sum(axis=1).tolist()


@misconception(FUNCTION, look="what is averaged already, and how many things you add up")
def sum_divided_by_samples(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You divide the sum of the batch losses by the number of samples, but each is a mean already."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    return (found.sum(axis=1) / len(train_loader.dataset)).tolist()


@misconception(FUNCTION, look="what is averaged already, and how many things you add up")
def sum_divided_by_batch_size(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You divide by the batch size; there are as many batch losses as batches."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    return (found.sum(axis=1) / train_loader.batch_size).tolist()


@misconception(FUNCTION, look="the number you divide by")
def sum_divided_by_epochs(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You divide by the number of epochs; each epoch's own batches are to be averaged."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    return (found.sum(axis=1) / n_epochs).tolist()


@misconception(FUNCTION, look="where the sum is set back to 0")
def total_never_reset(model, train_loader, n_epochs=100, learning_rate=0.01):
    """The sum of the losses is not set back to 0 at the start of an epoch."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    return (found.sum(axis=1).cumsum() / len(train_loader)).tolist()


@misconception(FUNCTION, look="where the list of losses starts anew")
def mean_since_the_start(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You average over all batches since the start of training instead of each epoch's own."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    return (found.sum(axis=1).cumsum() / (np.arange(1, n_epochs + 1) * len(train_loader))).tolist()


@misconception(FUNCTION, look="the number by which each batch loss is multiplied, and the one you divide by")
def weighted_sum_over_batches(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You weight each batch loss with its size but divide by the number of batches instead of samples."""
    found = histories(model, train_loader, n_epochs, learning_rate)
    sizes = [len(labels) for _, labels in train_loader]
    return ((found * sizes).sum(axis=1) / len(train_loader)).tolist()


@misconception(FUNCTION, look="what goes into the history: losses, or correct predictions?")
def highest_loss_of_the_epoch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your history holds the largest batch loss of each epoch; the mean is asked for."""
    return histories(model, train_loader, n_epochs, learning_rate).max(axis=1).tolist()


@misconception(FUNCTION, look="at which indentation the loss is appended")
def one_loss_per_batch(model, train_loader, n_epochs=100, learning_rate=0.01):
    """Your history holds each batch's loss; one number for each epoch is asked for."""
    return histories(model, train_loader, n_epochs, learning_rate).reshape(-1).tolist()


@misconception(FUNCTION, look="the last line: what is promised under `Returns`?")
def not_a_list_of_losses(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You return something else than the list of the losses of all epochs."""
    return loop(model, train_loader, n_epochs, learning_rate)[-1]


@misconception(FUNCTION, look="the `def` line")
def other_defaults(model, train_loader, n_epochs=10, learning_rate=0.1):
    """The default number of epochs or the default learning rate is not the one asked for."""
    return loop(model, train_loader, n_epochs, learning_rate)


@misconception(FUNCTION, look="who calls `eval()`, and when")
def trains_in_evaluation_mode(model, train_loader, n_epochs=100, learning_rate=0.01):
    """You put the network into evaluation mode and then train it."""
    model.eval()
    return loop(model, train_loader, n_epochs, learning_rate)


ONE_STEP = (
    learning_rate_ignored,
    adam_instead_of_sgd,
    adamw_instead_of_sgd,
    rmsprop_instead_of_sgd,
    weight_decay_added,
    uphill,
    softmax_before_the_loss,
    squared_error,
    nll_of_logits,
    binary_cross_entropy,
    loss_summed_over_the_batch,
    one_epoch_too_many,
    two_steps_a_batch,
    n_epochs_ignored,
)
MANY_STEPS = (
    gradients_not_zeroed,
    gradients_zeroed_once_an_epoch,
    step_before_backward,
    momentum_added,
    one_step_an_epoch,
    last_batch_only,
    first_batch_only,
    one_epoch_only,
    one_epoch_too_many,
    one_epoch_too_few,
    n_epochs_ignored,
)
HISTORIES = (
    loss_of_the_last_batch,
    loss_of_the_first_batch,
    sum_instead_of_mean,
    sum_divided_by_samples,
    sum_divided_by_batch_size,
    sum_divided_by_epochs,
    total_never_reset,
    mean_since_the_start,
    weighted_sum_over_batches,
    highest_loss_of_the_epoch,
)

EPOCHS = 100
FULL_RUNS: WeakKeyDictionary[Any, tuple[list[float], int]] = WeakKeyDictionary()


def full_run(t: Trial) -> tuple[list[float], int]:
    """The losses of 100 epochs on all digits, and the number of steps; trained once for each exercise."""
    if t.subject not in FULL_RUNS:
        model, loader = t.public("full_run", *digits(), EPOCHS, seed=0)
        history = t.call(FUNCTION, model, loader, n_epochs=EPOCHS, seed=0, within=60.0)
        FULL_RUNS[t.subject] = [float(plain(loss)) for loss in history], t.public("steps", loader)
    return FULL_RUNS[t.subject]


def without_learning(t: Trial, n_epochs: int) -> list[float]:
    """The losses when no step has any length."""
    model, loader = t.public("full_run", *digits(), n_epochs, seed=0)
    return [
        float(plain(loss)) for loss in t.call(FUNCTION, model, loader, n_epochs, 0.0, seed=0, within=20.0)
    ]


@prediction
def before_training(t: Trial) -> float:
    return without_learning(t, 1)[0]


@prediction
def shape_of_history(t: Trial) -> str:
    found = np.array(full_run(t)[0])
    rises = float(np.mean(np.diff(found) > 0))
    if rises > 0.3:
        return "noisy"
    if found[-1] > 0.3 * found[0]:
        return "plateau"
    return "falling" if found[0] - found[EPOCHS // 4] > 0.4 * (found[0] - found[-1]) else "line"


@prediction
def steps(t: Trial) -> int:
    return full_run(t)[1]


@prediction
def last_loss(t: Trial) -> float:
    return full_run(t)[0][-1]


@prediction
def without_training_steps(t: Trial) -> str:
    first, *_, last = without_learning(t, 4)
    return "flat" if abs(last - first) < 0.02 * first else "falls"


@figure
def curve(t: Trial) -> Iterator[Figure]:
    """The learner's training curve, beside the loss of a network that knows nothing."""
    found = tuple(full_run(t)[0])
    ignorant = (float(np.log(10)),) * len(found)
    yield Curves(
        f"Mean loss of each epoch: from {found[0]:.2f} to {found[-1]:.3f}",
        (Series("your training", found), Series("knowing nothing: ln 10", ignorant)),
        x_label="epoch",
        y_label="loss",
    )
