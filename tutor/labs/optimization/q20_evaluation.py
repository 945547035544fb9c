"""Promises of q20: the accuracy of a classifier, measured without touching it."""

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import nn

from tutor.checking.author import (
    Failure,
    Figure,
    Handle,
    Heat,
    Misconception,
    Picture,
    Table,
    Trial,
    check,
    digits,
    figure,
    misconception,
    prediction,
)
from tutor.checking.compare import describe, is_tensor, number

TESTED = (
    "classifiers of ours with 5 inputs and 4 classes on 138 random samples: in two equal batches, in batches of 32 and of 25 with a "
    "smaller last one, all right and all wrong, handed over in training and in evaluation mode, twice in a row; "
    "to 6 digits. Leaving the model in evaluation mode or restoring its mode both pass. Not tested: ties, empty loaders."
)

FUNCTION = "evaluate_model"
SAMPLES, FEATURES, CLASSES = 138, 5, 4


class Run:
    """One call of the exercise's `evaluate_model` and what it left behind."""

    def __init__(
        self,
        t: Trial,
        batch_size: int,
        *,
        training: bool = False,
        right: str = "some",
        unrecorded: bool = False,
    ) -> None:
        self.batch_size = batch_size
        self.W = t.rng.normal(0.0, 1.0, (CLASSES, FEATURES)).astype(np.float32)
        self.b = t.rng.normal(0.0, 0.3, CLASSES).astype(np.float32)
        self.X = t.rng.normal(0.0, 1.0, (SAMPLES, FEATURES)).astype(np.float32)
        self.classes = (self.X @ self.W.T + self.b).argmax(axis=1).astype(np.int64)
        for _ in range(20):
            self.y = labels(t, self.classes, right)
            if right != "some" or self.tells_apart():
                break
        self.want = float((self.classes == self.y).mean())
        self.mean = t.rng.normal(0.0, 2.0, FEATURES).astype(np.float32)
        spread = t.rng.uniform(0.5, 3.0, FEATURES).astype(np.float32)
        self.model = t.public("classifier", self.W, self.b, self.mean, spread, training, unrecorded)
        self.loader = t.public("loader", self.X * spread + self.mean, self.y, batch_size)
        self.got = self.call(t)
        self.state = t.public("state", self.model)

    @property
    def weights_changed(self) -> bool:
        """Whether the classifier's weights are others than before."""
        return not all(
            np.array_equal(self.state[name].numpy(), before)
            for name, before in (("weights", self.W), ("bias", self.b))
        )

    @property
    def in_training_mode(self) -> bool:
        """Whether a batch went through in training mode: the running statistics have moved."""
        moved = not np.array_equal(self.state["statistics"].numpy(), self.mean)
        return moved or bool(self.state["batches_normalized"])

    def call(self, t: Trial) -> float:
        """The accuracy that the exercise returns for this model and loader."""
        try:
            return accuracy(t, t.call(FUNCTION, self.model, self.loader))
        except Failure as failure:
            raise named_error(t, failure) from None

    def tells_apart(self) -> bool:
        """Whether no two wrong ways of counting give the same number by chance."""
        values = np.sort([float(self.again(item)) for item in BY_VALUE])
        right = float((self.classes == self.y).mean())
        wrong = values[np.abs(values - right) > 1e-6]
        return bool((np.diff(wrong) > 1e-4).all())

    def again(self, item: Any) -> Any:
        """What another `evaluate_model` makes of the same task here."""
        model = nn.Linear(FEATURES, CLASSES)
        with torch.no_grad():
            model.weight.copy_(torch.from_numpy(self.W))
            model.bias.copy_(torch.from_numpy(self.b))
        return item(model.eval(), Batches(self.X, self.y, self.batch_size))


class Batches(list[tuple[torch.Tensor, torch.Tensor]]):
    """What a data loader would give, cut beforehand: collating sample by sample takes its time."""

    def __init__(self, X: np.ndarray, y: np.ndarray, batch_size: int) -> None:
        inputs, labels = torch.from_numpy(X).split(batch_size), torch.from_numpy(y).split(batch_size)
        super().__init__(zip(inputs, labels, strict=True))


def labels(t: Trial, classes: np.ndarray, right: str) -> np.ndarray:
    """Labels of which all, none or some are the classes that will be predicted, in each batch another share."""
    if right != "some":
        return classes if right == "all" else (classes + 2) % CLASSES
    changed = classes.copy()
    wrong = np.append(t.rng.choice(SAMPLES - 5, 41, replace=False), SAMPLES - 1)
    # Never the next class: that is what the classifier says in training mode.
    changed[wrong] = (changed[wrong] + t.rng.integers(2, CLASSES, len(wrong))) % CLASSES
    return changed


def accuracy(t: Trial, got: Any) -> float:
    """The number that the exercise returned; Failure when it is none."""
    if is_tensor(got) and got.numel() == 1:
        t.remark("accuracy-is-a-tensor", "You return a tensor; `.item()` would make a plain number of it.")
        got = float(got.detach())
    if isinstance(got, np.ndarray) and got.size == 1:
        got = float(got.reshape(-1)[0])
    if isinstance(got, bool | complex | str | Handle) or not isinstance(got, int | float | np.number):
        raise Failure(
            f"`{FUNCTION}` returned {describe(got)}; one number is asked for.",
            "Look at the `Returns` part of the docstring.",
            not_a_number.slug,
        )
    return float(got)


def named_error(t: Trial, failure: Failure) -> Failure:
    """The failure with its mistake's name, if the message tells."""
    raised = t.last.raised
    if raised and "must match the size of tensor" in raised.message:
        item = argmax_over_the_batch
        return Failure(f"{item.sentence} {failure.seen}", item.look, item.slug, failure.line, failure.seen)
    if raised and "does not require grad" in raised.message:
        return Failure(
            f"You go backward in an evaluation. {failure.seen}",
            "Which of the four moves of training belong here?",
            trains_while_evaluating.slug,
            failure.line,
            failure.seen,
        )
    return failure


def judge(run: Run, got: float) -> None:
    """Raise Failure, with the mistake's name if it is known, unless `got` is the accuracy."""
    if abs(got - run.want) < 1e-6:
        return
    right, n = round(run.want * SAMPLES), SAMPLES
    seen = f"Of {n} samples, our classifier gets {right} right; you return {number(got)}."
    if run.in_training_mode:
        raise named(evaluation_mode_forgotten, seen)
    if run.weights_changed:
        raise named(trains_while_evaluating, f"Afterwards its weights are others. {seen}")
    for item in BY_VALUE:
        if abs(float(run.again(item)) - got) < 2e-6:
            raise named(item, seen)
    raise Failure(
        seen, "Count by hand for one batch: how many predictions equal their labels?", "not-the-accuracy"
    )


def named(item: Misconception, seen: str) -> Failure:
    """The Failure that names `item`."""
    return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)


@check
def fraction(t: Trial) -> None:
    """evaluate_model returns the share of the samples that are classified correctly."""
    run = Run(t, 69)
    if run.got == 0.0 and Run(t, 69, right="all").got == 1.0:
        raise named(fraction_cut_off, "Unless all predictions are right, you return 0.")
    judge(run, run.got)
    for right in ("all", "none"):
        run = Run(t, 69, right=right)
        judge(run, run.got)


@check
def whole_loader(t: Trial) -> None:
    """All samples count alike, also when the last batch is smaller."""
    for batch_size in (32, 25):
        run = Run(t, batch_size)
        judge(run, run.got)


@check
def evaluation_mode(t: Trial) -> None:
    """The model is evaluated in evaluation mode."""
    run = Run(t, 32, training=True)
    if run.in_training_mode:
        batches = run.state["batches_normalized"]
        raise Failure(
            f"{batches or 'Some'} {'batch' if batches == 1 else 'batches'} went through the model in training mode, in "
            "which layers such as dropout are at work.",
            "What has to be said to the model before the loop?",
            evaluation_mode_forgotten.slug,
        )
    judge(run, run.got)


@check
def untouched(t: Trial) -> None:
    """The evaluation changes nothing: no weight, no gradient, no running statistic."""
    run = Run(t, 32, training=True)
    if run.weights_changed:
        raise Failure(
            "After the evaluation the weights are not what they were before.",
            "An evaluation only looks. Which line changes something?",
            trains_while_evaluating.slug,
        )
    if run.state["gradients"]:
        raise Failure(
            f"After the evaluation {run.state['gradients']} parameters hold a gradient.",
            "An evaluation only looks. Who calls `backward`?",
            gradients_left_behind.slug,
        )
    judge(run, run.call(t))


@check
def no_gradients(t: Trial) -> None:
    """Nothing is recorded for gradients meanwhile."""
    run = Run(t, 32, training=True, unrecorded=True)
    if abs(run.got - run.want) > 1e-6:
        raise Failure(
            "Batches were recorded by autograd, for a backward pass that never comes: a classifier of ours that says "
            f"nothing while it is recorded gets {number(run.got)} from you, and {number(run.want)} otherwise.",
            "Which block switches the recording off?",
            gradients_recorded.slug,
        )
    if run.state["recording_left_off"]:
        t.remark(
            "recording-left-off",
            "You switch autograd's recording off and never on again: the next training would fail. A `with` block "
            "takes care of that.",
        )
    if run.state["frozen"]:
        t.remark(
            "parameters-frozen",
            "You freeze the model's parameters and leave them so: the next training would fail. `torch.no_grad()` "
            "leaves them alone.",
        )


def counted(model, data_loader, predict=lambda z: z.argmax(dim=1)):
    """Correct predictions (one number for each batch) and samples (the same)."""
    with torch.no_grad():
        found = [((predict(model(X)) == y).sum().item(), len(y)) for X, y in data_loader]
    return np.array(found, dtype=float).T


def evaluated(model, data_loader):
    """The right accuracy, for misconceptions that go wrong elsewhere; leaves the model's mode alone."""
    right, n = counted(model, data_loader)
    return float(right.sum() / n.sum())


@misconception(FUNCTION, look="where the division happens: in each batch, or once at the end?")
def mean_of_batch_accuracies(model, data_loader):
    """You average the accuracies of the batches, so a sample in the smaller last batch weighs more."""
    model.eval()
    right, n = counted(model, data_loader)
    return float((right / n).mean())


@misconception(FUNCTION, look="where the function returns")
def first_batch_only(model, data_loader):
    """You return the accuracy on the first batch."""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right[0] / n[0])


@misconception(FUNCTION, look="whether each batch overwrites what was counted before")
def last_batch_only(model, data_loader):
    """You return the accuracy on the last batch."""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right[-1] / n[-1])


@misconception(FUNCTION, look="which of the two counts starts again in each batch")
def correct_of_the_last_batch(model, data_loader):
    """Only the last batch's correct predictions are counted, but all samples."""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right[-1] / n.sum())


@misconception(FUNCTION, look="the number you divide by")
def divided_by_batches(model, data_loader):
    """You divide the number of correct predictions by the number of batches, not of samples."""
    model.eval()
    right, _ = counted(model, data_loader)
    return float(right.sum() / len(right))


@misconception(FUNCTION, look="the number you divide by, with a smaller last batch")
def full_batches_assumed(model, data_loader):
    """You divide as if each batch were full; the last one is smaller."""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right.sum() / (len(n) * n[0]))


@misconception(FUNCTION, look="the number you divide by: the batch size, or the number of samples?")
def divided_by_the_batch_size(model, data_loader):
    """You divide all correct predictions by the size of one batch: is the total overwritten in each batch?"""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right.sum() / n[0])


@misconception(FUNCTION, look="the last line: a fraction between 0 and 1 is asked for")
def percent_instead_of_fraction(model, data_loader):
    """You return a percentage; a fraction between 0 and 1 is asked for."""
    model.eval()
    return 100 * evaluated(model, data_loader)


@misconception(FUNCTION, look="the division at the end")
def count_instead_of_fraction(model, data_loader):
    """You return how many predictions are correct; their share is asked for."""
    model.eval()
    return float(counted(model, data_loader)[0].sum())


@misconception(FUNCTION, look="the comparison of predictions and labels")
def error_rate_instead_of_accuracy(model, data_loader):
    """You return the share of the wrong predictions."""
    model.eval()
    return 1 - evaluated(model, data_loader)


@misconception(FUNCTION, look="the two counts: one of them is divided by the other, which?")
def ratio_of_right_to_wrong(model, data_loader):
    """You divide the correct predictions by the wrong ones; by all samples is asked for."""
    model.eval()
    right, n = counted(model, data_loader)
    return float(right.sum() / max(n.sum() - right.sum(), 1e-9))


@misconception(FUNCTION, look="the division: `//` cuts the fraction off")
def fraction_cut_off(model, data_loader):
    """Your division cuts the fraction off, so the result is 0 or 1."""
    model.eval()
    return float(int(evaluated(model, data_loader)))


@misconception(FUNCTION, look="where digits get lost; rounding is for printing")
def accuracy_rounded(model, data_loader):
    """You round the accuracy."""
    model.eval()
    return round(evaluated(model, data_loader), 2)


@misconception(FUNCTION, look="where digits get lost; rounding is for printing")
def accuracy_rounded_to_4_digits(model, data_loader):
    """You round the accuracy."""
    model.eval()
    return round(evaluated(model, data_loader), 4)


@misconception(FUNCTION, look="what is computed in the loop: how wrong the logits are, or how often?")
def loss_instead_of_accuracy(model, data_loader):
    """You return the loss; the accuracy is asked for."""
    model.eval()
    with torch.no_grad():
        losses = [(nn.functional.cross_entropy(model(X), y).item(), len(y)) for X, y in data_loader]
    return float(np.mean([loss for loss, _ in losses]))


@misconception(FUNCTION, look="which logit stands for the predicted class")
def smallest_logit(model, data_loader):
    """You take the class with the smallest logit; it is the largest that counts."""
    model.eval()
    right, n = counted(model, data_loader, lambda z: z.argmin(dim=1))
    return float(right.sum() / n.sum())


@misconception(FUNCTION, look="what `torch.max` returns: two things, in which order?")
def value_instead_of_position(model, data_loader):
    """You compare something else than the predicted class with the label: the largest logit itself, say."""
    model.eval()
    right, n = counted(model, data_loader, lambda z: z.max(dim=1).values)
    return float(right.sum() / n.sum())


@misconception(FUNCTION, look="what is averaged: probabilities, or right and wrong?")
def mean_probability(model, data_loader):
    """You average the probability of the right class; how often it is the largest is asked for."""
    model.eval()
    with torch.no_grad():
        found = [model(X).softmax(dim=1).gather(1, y[:, None]) for X, y in data_loader]
    return float(torch.cat(found).mean())


@misconception(FUNCTION, look="the axis of the maximum: which one should disappear?")
def argmax_over_the_batch(model, data_loader):
    """Your predictions do not match the labels in number: the maximum is taken over the samples."""
    model.eval()
    right, n = counted(model, data_loader, lambda z: z.argmax(dim=0))
    return float(right.sum() / n.sum())


@misconception(FUNCTION, look="the last line: what is promised under `Returns`?")
def not_a_number(model, data_loader):
    """You return something else than one number."""
    model.eval()
    right, n = counted(model, data_loader)
    return (right / n).tolist()


@misconception(FUNCTION, look="what has to be said to the model before the loop")
def evaluation_mode_forgotten(model, data_loader):
    """The model is not in evaluation mode while it is evaluated: layers such as dropout are at work."""
    return evaluated(model, data_loader)


@misconception(FUNCTION, look="the block around the loop")
def gradients_recorded(model, data_loader):
    """Autograd records the whole evaluation: nothing switches the recording off."""
    model.eval()
    right = sum((model(X).argmax(dim=1) == y).sum().item() for X, y in data_loader)
    return right / len(data_loader.dataset)


@misconception(FUNCTION, look="which of the four moves of training belong here")
def gradients_left_behind(model, data_loader):
    """You go backward in the evaluation, so gradients are left in the model."""
    model.eval()
    right = 0
    for X, y in data_loader:
        logits = model(X)
        nn.functional.cross_entropy(logits, y).backward()
        right += (logits.argmax(dim=1) == y).sum().item()
    return right / len(data_loader.dataset)


@misconception(FUNCTION, look="which of the four moves of training belong here")
def trains_while_evaluating(model, data_loader):
    """You train the model while you evaluate it."""
    model.eval()
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-6)
    right = 0
    for X, y in data_loader:
        logits = model(X)
        optimizer.zero_grad()
        nn.functional.cross_entropy(logits, y).backward()
        optimizer.step()
        right += (logits.argmax(dim=1) == y).sum().item()
    return right / len(data_loader.dataset)


BY_VALUE = (
    percent_instead_of_fraction,
    count_instead_of_fraction,
    error_rate_instead_of_accuracy,
    mean_of_batch_accuracies,
    first_batch_only,
    last_batch_only,
    correct_of_the_last_batch,
    divided_by_batches,
    divided_by_the_batch_size,
    full_batches_assumed,
    ratio_of_right_to_wrong,
    loss_instead_of_accuracy,
    smallest_logit,
    value_instead_of_position,
    accuracy_rounded,
    accuracy_rounded_to_4_digits,
    mean_probability,
)

TRAINED: WeakKeyDictionary[Any, tuple[Handle, Handle, Handle]] = WeakKeyDictionary()


def trained(t: Trial) -> tuple[Handle, Handle, Handle]:
    """A network trained on the digits, and its two loaders; once for each exercise."""
    if t.subject not in TRAINED:
        TRAINED[t.subject] = tuple(t.public("trained", *digits(), seed=0, within=60.0))
    return TRAINED[t.subject]


def measured(t: Trial) -> tuple[float, float]:
    """Accuracy on the training and on the test digits, by the exercise."""
    model, train, test = trained(t)
    found = [accuracy(t, t.call(FUNCTION, model, loader, within=20.0)) for loader in (train, test)]
    return found[0], found[1]


@prediction
def test_accuracy(t: Trial) -> float:
    return measured(t)[1]


@prediction
def train_accuracy(t: Trial) -> float:
    return measured(t)[0]


@prediction
def which_is_higher(t: Trial) -> str:
    train, test = measured(t)
    return "train" if train > test else "test" if test > train else "equal"


@prediction
def untrained(t: Trial) -> str:
    model = t.public("untrained", seed=0)
    found = accuracy(t, t.call(FUNCTION, model, trained(t)[2], within=20.0))
    return "zero" if found == 0 else "tenth" if found < 0.3 else "half"


@prediction
def most_confused(t: Trial) -> str:
    _, labels, classes = readings(t, trained(t)[2])
    wrong = int((labels != classes).sum())
    return "few" if wrong < 5 else "some" if wrong <= 25 else "many"


def readings(t: Trial, loader: Handle) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inputs (n, 64), labels and predicted classes (n,) of a loader."""
    inputs, labels, classes = t.public("readings", trained(t)[0], loader)
    return inputs.numpy(), labels.numpy(), classes.numpy()


@figure
def show(t: Trial) -> Iterator[Figure]:
    """Both accuracies, the confusion matrix, the misread digits, and what the hidden layer looks at."""
    model, train, test = trained(t)
    train_accuracy, test_accuracy = measured(t)
    yield Table(
        "Accuracy of your network",
        ("set", "accuracy"),
        (("training", f"{train_accuracy:.4f}"), ("test", f"{test_accuracy:.4f}")),
    )
    inputs, labels, classes = readings(t, test)
    yield confusion(labels, classes)
    wrong = np.flatnonzero(labels != classes)[:20]
    if len(wrong):
        ink = original(inputs, readings(t, train)[0])
        captions = tuple(f"{labels[k]} read as {classes[k]}" for k in wrong)
        yield Picture(f"All {len(wrong)} misread test digits", pictures(ink[wrong]), captions)
    weights = t.public("first_layer", model).numpy()
    strongest = np.argsort(-np.abs(weights).sum(axis=1))[:8]
    yield Picture("Weights of the eight strongest hidden neurons", pictures(weights[strongest]), signed=True)


def confusion(labels: np.ndarray, classes: np.ndarray) -> Heat:
    """How often each digit (row) was read as each digit (column)."""
    cells = np.zeros((10, 10))
    np.add.at(cells, (labels, classes), 1)
    names = tuple(map(str, range(10)))
    return Heat(
        f"Test digits: {int(np.trace(cells))} of {len(labels)} on the diagonal",
        tuple(map(tuple, cells.tolist())),
        names,
        names,
        row_title="true digit",
        column_title="read as",
    )


def original(inputs: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Undo the normalization: the extremes of all samples' columns must be those of the digits' pixels."""
    pixels, both = digits()[0], np.vstack([inputs, others])
    low, high = both.min(axis=0), both.max(axis=0)
    width = np.where(high > low, high - low, 1.0)
    return pixels.min(axis=0) + (inputs - low) / width * np.ptp(pixels, axis=0)


def pictures(rows: np.ndarray) -> tuple[tuple[tuple[float, ...], ...], ...]:
    """Each row of 64 as a picture of 8 by 8."""
    return tuple(tuple(map(tuple, row.reshape(8, 8).tolist())) for row in rows)
