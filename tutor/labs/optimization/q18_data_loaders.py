"""Promises of q18: two data loaders of normalized digits."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset

from tutor.checking.author import (
    Failure,
    Figure,
    Handle,
    Picture,
    Trial,
    check,
    digits,
    figure,
    misconception,
    prediction,
)
from tutor.checking.compare import TimedOut, describe, is_tensor

TESTED = (
    "random data sets of 103 and 120 samples with ten classes, two of whose columns are constant; test shares of "
    "0.2 and 0.3, batches of 8 and 11, two passes through each loader; statistics to 3 digits, so that ddof 0 or 1 "
    "and any small eps pass. Any valid split passes, stratified or not. Not tested: worker processes, other labels."
)

FUNCTION = "make_loaders"
CONSTANT = (2, 4)
"""Columns of the test data without any variation, like the corner pixels of the digits."""


def samples(t: Trial, n: int) -> tuple[np.ndarray, np.ndarray]:
    """X (n, 6) float64 with skewed columns of different scale, y (n,) int64 with each of ten classes."""
    X = t.rng.gamma(2.0, 1.0, (n, 6)) * [3.0, 0.4, 0.0, 8.0, 0.0, 1.5] + [5.0, -1.0, 0.0, 20.0, 3.0, 0.0]
    y = t.rng.permutation(np.arange(n) % 10).astype(np.int64)
    return X, y


@dataclass
class Half:
    """What one loader gave: the batches of its first pass put together, and which samples they are."""

    name: str
    sizes: list[int]
    """Samples in each batch of the first pass."""
    X: np.ndarray
    y: np.ndarray
    rows: np.ndarray | None
    """Index in the original data of each sample; None when the pixels do not tell."""
    second: np.ndarray
    """The inputs of the second pass."""


def halves(
    t: Trial, X: np.ndarray, y: np.ndarray, seed: int | None = None, **options: float
) -> tuple[Half, Half]:
    """Call the exercise and go through both loaders twice."""
    train, test = loaders(t, X, y, seed, **options)
    return half(t, train, "train", X), half(t, test, "test", X)


def loaders(
    t: Trial, X: np.ndarray, y: np.ndarray, seed: int | None = None, **options: float
) -> list[Handle]:
    """The two loaders that the exercise returns; Failure when it returns anything else."""
    try:
        got = t.call(FUNCTION, X, y, seed=seed, **options)
    except Failure as failure:
        raise named_error(t, failure) from None
    if not isinstance(got, tuple | list) or len(got) != 2:
        raise Failure(
            f"`{FUNCTION}` returned {describe(got)}; two loaders are asked for.",
            "Look at the `Returns` part of the docstring: what, in which order?",
            "not-two-loaders",
        )
    for which, loader in zip(("first", "second"), got, strict=True):
        if not isinstance(loader, Handle) or not t.public("is_loader", loader):
            raise Failure(
                f"The {which} thing you return is {describe(loader)}, not a DataLoader.",
                "What cuts a dataset into batches, and shuffles it anew each time?",
                "not-a-data-loader",
            )
    return list(got)


def named_error(t: Trial, failure: Failure) -> Failure:
    """The failure with its mistake's name, if the message tells."""
    raised = t.last.raised
    if raised and "Size mismatch between tensors" in raised.message:
        return Failure(
            f"Inputs and labels of different halves have been put together. {failure.seen}",
            "Which X belongs to which y?",
            "halves-mixed-up",
            failure.line,
            failure.seen,
        )
    if raised and "broadcast" in raised.message and raised.type == "ValueError":
        return Failure(
            f"Arrays of different kinds meet, as if the parts of the split had been taken in another order. "
            f"{failure.seen}",
            "In which order does train_test_split return its four parts?",
            "split-unpacked-in-another-order",
            failure.line,
            failure.seen,
        )
    return failure


def half(t: Trial, loader: Handle, name: str, X: np.ndarray) -> Half:
    """Go through a loader twice."""
    try:
        first, second = t.public("passes", loader, 2)
    except TimedOut:
        raise
    except Failure as failure:
        words = failure.rationale.replace("`passes`", f"Going through the {name} loader")
        raise Failure(words, failure.help, failure.misconception, failure.line) from None
    for batch in first + second:
        if not isinstance(batch, list) or len(batch) != 2 or not all(map(is_tensor, batch)):
            raise Failure(
                f"A batch of the {name} loader is {describe(batch)}; a pair of tensors is asked for, inputs and "
                "labels.",
                "What does the dataset behind the loader give for one sample?",
                batch_is_not_a_pair.slug,
            )
        if any(part.requires_grad for part in batch):
            raise Failure(
                f"The {name} loader gives tensors that ask for gradients (requires_grad); only weights are trained.",
                "Where are the tensors made, and what are they told?",
                "data-ask-for-gradients",
            )
        if batch[1].ndim == 0 or len(batch[0]) != len(batch[1]):
            raise Failure(
                f"The {name} loader gives single samples, or inputs and labels of different length, not batches.",
                "Which batch size is it told?",
                batch_size_ignored.slug,
            )
    if not first:
        raise Failure(f"The {name} loader is empty.", "Which samples should be in it?", "empty-loader")
    inputs, labels = (np.concatenate([batch[k].numpy() for batch in first]) for k in range(2))
    if inputs.ndim != 2 or inputs.shape[1] != X.shape[1]:
        raise Failure(
            f"The inputs of a {name} batch have shape {tuple(first[0][0].shape)}.",
            "One row for each sample and one column for each feature is asked for.",
            "wrong-shape",
        )
    again = np.concatenate([batch[0].numpy() for batch in second])
    sizes = [len(batch[1]) for batch in first]
    return Half(name, sizes, inputs, labels, identify(inputs, X), again)


def identify(inputs: np.ndarray, X: np.ndarray) -> np.ndarray | None:
    """Which row of X each input is, if its first column is some increasing affine image of X's; else None.

    Nothing else is assumed: two samples fix the image, and all others must then fall on values of X.
    """
    image, original = inputs[:, 0].astype(np.float64), np.sort(X[:, 0])
    low, high = image.min(), image.max()
    if not np.isfinite(image).all() or high - low < 1e-9:
        return None
    near = max(1e-4 * np.ptp(original) / len(X), 2e-6 * np.ptp(original))
    few = min(len(original), max(12, len(original) - len(image) + 1, len(original) // 3))
    pairs = sorted(itertools.product(range(few), range(few)), key=sum)  # the extremes are the likeliest
    for below, above in pairs:
        bottom, top = original[below], original[-1 - above]
        if top <= bottom:
            continue
        values = bottom + (image - low) / (high - low) * (top - bottom)
        place = np.clip(np.searchsorted(original, values), 1, len(original) - 1)
        place -= np.abs(values - original[place - 1]) < np.abs(values - original[place])
        if (np.abs(values - original[place]) < near).all():
            return np.argsort(X[:, 0])[place]
    return None


@check
def two_loaders(t: Trial) -> None:
    """make_loaders returns two data loaders whose batches are pairs of inputs and labels."""
    X, y = samples(t, 103)
    halves(t, X, y, batch_size=8)


@check
def types(t: Trial) -> None:
    """Inputs are float32, labels are int64 class numbers."""
    X, y = samples(t, 103)
    for part in halves(t, X, y, batch_size=8):
        if part.y.ndim != 1:
            raise Failure(
                f"The labels of the {part.name} loader have shape {part.y.shape}; one class number for each sample "
                "is asked for.",
                "Who turned the labels into a table, or into a column?",
                "labels-one-hot" if part.y.ndim == 2 and part.y.shape[1] == 10 else "labels-wrong-shape",
            )
        for what, array, wanted, why in (
            (
                "inputs",
                part.X,
                "float32",
                "The weights of the network are float32, and the two have to match.",
            ),
            ("labels", part.y, "int64", "The loss uses labels as class indices, which have to be int64."),
        ):
            if array.dtype.name != wanted:
                raise Failure(
                    f"The {what} of the {part.name} loader are {array.dtype}.", why, f"{what}-{array.dtype}"
                )


@check
def split(t: Trial) -> None:
    """Each sample is in one of the two loaders, with its own label, and a fifth of them is in the second."""
    X, y = samples(t, 103)
    check_split(X, y, *halves(t, X, y, batch_size=8), 0.2)


def check_split(X: np.ndarray, y: np.ndarray, train: Half, test: Half, share: float) -> None:
    """Raise Failure unless both halves together are the data, test having about `share` of it."""
    n = len(X)
    seen = f"Of {n} samples, {len(train.y)} are in the train loader and {len(test.y)} in the test loader."
    if len(train.y) + len(test.y) != n:
        raise Failure(*lost(y, train, test, seen))
    allowed = {int(np.floor(n * share)), int(np.ceil(n * share))}
    if len(train.y) in allowed:
        raise Failure(seen, "In which order are the two loaders returned?", "loaders-swapped")
    if len(test.y) not in allowed:
        slug = "test-size-ignored" if share != 0.2 else "test-share-wrong"
        raise Failure(
            f"{seen} A share of {share} is asked for.", "Where in your code is `test_size` used?", slug
        )
    if train.rows is None or test.rows is None:
        return
    both = np.concatenate([train.rows, test.rows])
    if len(np.unique(both)) != n:
        raise Failure(
            f"{n - len(np.unique(both))} samples are in no loader, others twice.",
            "Does each sample go into exactly one half?",
            "samples-in-both-halves",
        )
    for part in (train, test):
        wrong = int((y[part.rows] != part.y).sum())
        if wrong:
            raise Failure(
                f"{wrong} of {len(part.y)} labels in the {part.name} loader do not belong to their samples.",
                "X and y have to be split in one go, or with the same order.",
                "labels-of-other-samples",
            )


def lost(y: np.ndarray, train: Half, test: Half, seen: str) -> tuple[str, str, str]:
    """Rationale, help and slug for samples that are missing or too many."""
    missing = len(y) - len(train.y) - len(test.y)
    if len(np.unique(np.concatenate([train.y, test.y]))) < len(np.unique(y)) and missing > len(y) // 4:
        return (
            f"{seen} Some classes are missing.",
            "All ten digits take part here, not just two of them.",
            "only-some-classes",
        )
    if 0 < missing < train.sizes[0] + test.sizes[0]:
        return (
            f"{seen} {missing} are missing: those that do not fill a whole batch.",
            "Which argument of DataLoader throws the last, smaller batch away?",
            "last-batch-dropped",
        )
    if missing < 0:
        return (
            f"{seen} Some must be in both.",
            "A test sample that was trained on tests nothing.",
            "samples-in-both-halves",
        )
    return f"{seen} {missing} are missing.", "Does each sample go into exactly one half?", "samples-lost"


@check
def statistics(t: Trial) -> None:
    """Both halves are normalized with the mean and standard deviation of the training samples."""
    X, y = samples(t, 103)
    train, test = halves(t, X, y, batch_size=8)
    for part in (train, test):
        if not np.isfinite(part.X).all():
            raise Failure(
                f"{int((~np.isfinite(part.X)).sum())} values in the {part.name} loader are not finite.",
                "Two of the columns are constant: what is their standard deviation, and what do you divide by?",
                "constant-pixels",
            )
    if train.rows is None or test.rows is None:
        raise unidentified(train, test, X)
    judge_statistics(t, train, test, X[train.rows], X[test.rows])


def judge_statistics(t: Trial, train: Half, test: Half, A: np.ndarray, B: np.ndarray) -> None:
    """Compare with the original training samples A and test samples B, normalized in all ways we know."""
    varying = [k for k in range(A.shape[1]) if k not in CONSTANT]
    got = train.X[:, varying].astype(np.float64), test.X[:, varying].astype(np.float64)
    A, B = A[:, varying], B[:, varying]
    errors = []
    for ddof in (0, 1):
        mean, std = A.mean(axis=0), A.std(axis=0, ddof=ddof)
        want = (A - mean) / std, (B - mean) / std
        errors.append(
            max(float(np.abs(g - w).max() / np.abs(w).max()) for g, w in zip(got, want, strict=True))
        )
    if min(errors) < 6e-4:
        if min(errors) > 1e-5:
            t.remark("large-eps", "The eps in your denominator is large enough to see; 1e-8 is enough.")
        return
    seen = (
        f"Column by column, the training inputs have means up to {np.abs(got[0].mean(axis=0)).max():.3g} and "
        f"standard deviations from {got[0].std(axis=0).min():.3g} to {got[0].std(axis=0).max():.3g}."
    )
    with np.errstate(all="ignore"):
        for item, normalized in WAYS.items():
            if all(
                np.allclose(g, w, rtol=1e-3, atol=1e-4) for g, w in zip(got, normalized(A, B), strict=True)
            ):
                found = globals()[item]
                raise Failure(f"{found.sentence} {seen}", found.look, found.slug, seen=seen)
    raise Failure(
        f"The inputs are not normalized with the statistics of the training samples. {seen}",
        "Compare with your answer to question 2.",
    )


def unidentified(train: Half, test: Half, X: np.ndarray) -> Failure:
    """The Failure for inputs that are not X's columns, moved and scaled."""
    rows = standard_rows(X)[:, 0]
    if all(np.abs(rows[:, None] - part.X[:, 0]).min(axis=0).max() < 1e-4 for part in (train, test)):
        return Failure(rows_normalized.sentence, rows_normalized.look, rows_normalized.slug)
    return Failure(
        "The inputs in the loaders are not the columns of X, moved by a mean and divided by one number each.",
        "Along which axis do you take the mean and the standard deviation?",
        "not-standardized",
    )


@check
def batches(t: Trial) -> None:
    """Both loaders cut their samples into batches of batch_size, and keep the smaller last one."""
    X, y = samples(t, 120)
    for size in (11, 7):
        for part in halves(t, X, y, batch_size=size):
            n = len(part.y)
            if part.sizes[:-1] != [size] * (n // size) or part.sizes[-1] != n % size:
                raise Failure(
                    f"With batch_size={size}, the {part.name} loader gives batches of {shown(part.sizes)}.",
                    "Which of the loaders is told the batch size, and which number is it told?",
                    "batch-size-ignored",
                )


def shown(sizes: list[int]) -> str:
    return ", ".join(map(str, sizes[:3])) + (f", …, {sizes[-1]}" if len(sizes) > 3 else "")


@check
def shuffling(t: Trial) -> None:
    """The training samples come in another order in each pass, the test samples in the same."""
    X, y = samples(t, 103)
    train, test = halves(t, X, y, batch_size=8)
    if np.array_equal(train.X, train.second):
        raise Failure(
            "Two passes through the train loader give the same batches in the same order.",
            "Splitting shuffles once; which argument shuffles before each epoch?",
            "training-set-not-shuffled",
        )
    if not np.array_equal(test.X, test.second):
        raise Failure(
            "Two passes through the test loader give different orders.",
            "For which of the two does a new order in each epoch help?",
            "test-set-shuffled",
        )


@check
def arguments(t: Trial) -> None:
    """The share of test samples follows test_size, and the defaults are the ones asked for."""
    X, y = samples(t, 120)
    check_split(X, y, *halves(t, X, y, batch_size=11, test_size=0.3), 0.3)
    followed = remark_random_state(t, X, y)
    first, other = (halves(t, X, y, seed=7, **options) for options in ({}, {"random_state": 42}))
    same = first[1].rows is None or set(first[1].rows.tolist()) == set(other[1].rows.tolist())
    if first[0].sizes[0] != 32 or (followed and not same):
        what = (
            "the batches are of " + shown(first[0].sizes)
            if same
            else "the split is not that of random_state=42"
        )
        raise Failure(f"Without further arguments {what}.", other_defaults.look, other_defaults.slug)


def remark_random_state(t: Trial, X: np.ndarray, y: np.ndarray) -> bool:
    """Whether the split follows random_state; advice when it does not."""
    tests = []
    for state, seed in ((5, 1), (5, 2), (6, 1)):
        _, test = loaders(t, X, y, seed=seed, random_state=state)
        tests.append(half(t, test, "test", X).rows)
    if any(rows is None for rows in tests):
        return False
    first, again, other = (set(rows.tolist()) for rows in tests)
    if first == again != other:
        return True
    t.remark(
        "random-state-ignored",
        "The split does not follow random_state: "
        + (
            "the same number gives different splits."
            if first != again
            else "all numbers give the same split."
        ),
    )
    return False


def standard(X, of, ddof=0):
    """X normalized, column by column, with the statistics of `of`."""
    return (X - of.mean(axis=0)) / (of.std(axis=0, ddof=ddof) + 1e-8)


def standard_rows(X):
    """Each row of X normalized by itself."""
    return (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-8)


WAYS = {
    "statistics_of_everything": lambda A, B: (standard(A, np.vstack([A, B])), standard(B, np.vstack([A, B]))),
    "test_statistics_for_test": lambda A, B: (standard(A, A), standard(B, B)),
    "test_statistics_for_both": lambda A, B: (standard(A, B), standard(B, B)),
    "not_normalized": lambda A, B: (A, B),
    "test_not_normalized": lambda A, B: (standard(A, A), B),
    "mean_only": lambda A, B: (A - A.mean(axis=0), B - A.mean(axis=0)),
    "std_only": lambda A, B: (A / A.std(axis=0), B / A.std(axis=0)),
    "variance_instead_of_std": lambda A, B: (
        (A - A.mean(axis=0)) / A.var(axis=0),
        (B - A.mean(axis=0)) / A.var(axis=0),
    ),
    "scaled_to_unit_interval": lambda A, B: (
        (A - A.min(axis=0)) / np.ptp(A, axis=0),
        (B - A.min(axis=0)) / np.ptp(A, axis=0),
    ),
    "divided_by_sixteen": lambda A, B: (A / 16.0, B / 16.0),
    "large_eps_instead_of_small": lambda A, B: tuple(
        (Z - A.mean(axis=0)) / (A.std(axis=0) + 1e-2) for Z in (A, B)
    ),
}
"""What other normalizations make of training samples A and test samples B; the names are misconceptions'."""


def loaders_of(X_train, X_test, y_train, y_test, batch_size, **changes):
    """Loaders of four arrays; `changes` override the arguments of the datasets' types and of the loaders."""
    kind, labels = changes.get("kind", torch.float32), changes.get("labels", torch.int64)
    made = []
    for X, y, shuffle in (
        (X_train, y_train, changes.get("shuffle", True)),
        (X_test, y_test, changes.get("shuffle_test", False)),
    ):
        data = TensorDataset(torch.tensor(X, dtype=kind), torch.tensor(y, dtype=labels))
        made.append(DataLoader(data, batch_size, shuffle=shuffle, drop_last=changes.get("drop_last", False)))
    return tuple(made)


def variant(X, y, batch_size, test_size, random_state, normalize=None, **changes):
    """The reference's steps with one of them replaced: `normalize(A, B)`, or what `loaders_of` takes."""
    A, B, y_train, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    A, B = (normalize or (lambda A, B: (standard(A, A), standard(B, A))))(A, B)
    return loaders_of(A, B, y_train, y_test, batch_size, **changes)


@misconception(FUNCTION, look="the order of your steps: which of them has already seen the test samples?")
def statistics_of_everything(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You normalize with the mean and standard deviation of all samples, the test samples included."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["statistics_of_everything"])


@misconception(FUNCTION, look="whose mean and standard deviation the test samples get")
def test_statistics_for_test(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You normalize the test samples with their own mean and standard deviation."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["test_statistics_for_test"])


@misconception(FUNCTION, look="whose mean and standard deviation you compute")
def test_statistics_for_both(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You normalize both halves with the statistics of the test samples."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["test_statistics_for_both"])


@misconception(FUNCTION, look="what goes into the tensors: the normalized arrays or the original ones?")
def not_normalized(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The inputs in the loaders are not normalized."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["not_normalized"])


@misconception(FUNCTION, look="what goes into the test tensors")
def test_not_normalized(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The training inputs are normalized, the test inputs are not."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["test_not_normalized"])


@misconception(FUNCTION, look="the second half of the formula")
def mean_only(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You subtract the mean but do not divide by the standard deviation."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["mean_only"])


@misconception(FUNCTION, look="the first half of the formula")
def std_only(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You divide by the standard deviation but do not subtract the mean."""
    return variant(
        X, y, batch_size, test_size, random_state, lambda A, B: tuple(Z / (A.std(0) + 1e-8) for Z in (A, B))
    )


@misconception(FUNCTION, look="what you divide by: the variance is the square of what is asked for")
def variance_instead_of_std(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You divide by the variance instead of the standard deviation."""
    return variant(
        X,
        y,
        batch_size,
        test_size,
        random_state,
        lambda A, B: tuple((Z - A.mean(0)) / (A.var(0) + 1e-8) for Z in (A, B)),
    )


@misconception(FUNCTION, look="which normalization question 2 asked for")
def scaled_to_unit_interval(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You scale each column to the range from 0 to 1; mean 0 and standard deviation 1 are asked for."""
    return variant(
        X,
        y,
        batch_size,
        test_size,
        random_state,
        lambda A, B: tuple((Z - A.min(0)) / (np.ptp(A, axis=0) + 1e-8) for Z in (A, B)),
    )


@misconception(FUNCTION, look="which normalization question 2 asked for")
def divided_by_sixteen(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You divide by the largest pixel value; mean 0 and standard deviation 1 are asked for."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["divided_by_sixteen"])


@misconception(FUNCTION, look="the size of eps beside a standard deviation of 0.5")
def large_eps_instead_of_small(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The eps in your denominator is so large that it changes ordinary columns."""
    return variant(X, y, batch_size, test_size, random_state, WAYS["large_eps_instead_of_small"])


@misconception(FUNCTION, look="the axis of the mean and of the standard deviation")
def one_mean_for_all_pixels(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You use one mean and one standard deviation for the whole matrix; each column has its own."""
    return variant(
        X,
        y,
        batch_size,
        test_size,
        random_state,
        lambda A, B: tuple((Z - A.mean()) / A.std() for Z in (A, B)),
    )


@misconception(FUNCTION, look="the axis of the mean and of the standard deviation")
def rows_normalized(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You normalize each sample by itself (axis 1); each column is to be normalized (axis 0)."""
    return variant(
        X, y, batch_size, test_size, random_state, lambda A, B: (standard_rows(A), standard_rows(B))
    )


@misconception(FUNCTION, look="what you divide by where a column never changes")
def constant_pixels(X, y, batch_size=32, test_size=0.2, random_state=42):
    """Constant columns are divided by their standard deviation, which is 0."""
    with np.errstate(all="ignore"):
        return variant(
            X,
            y,
            batch_size,
            test_size,
            random_state,
            lambda A, B: tuple((Z - A.mean(0)) / A.std(0) for Z in (A, B)),
        )


@misconception(FUNCTION, look="a filter on the labels left over from question 1")
def only_some_classes(X, y, batch_size=32, test_size=0.2, random_state=42):
    """Only the digits 0 and 1 are kept; all ten take part here."""
    return variant(X[y < 2], y[y < 2], batch_size, test_size, random_state)


@misconception(FUNCTION, look="the dtype of the input tensors")
def inputs_float64(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The inputs are still float64, as NumPy had them; the network's weights are float32."""
    return variant(X, y, batch_size, test_size, random_state, kind=torch.float64)


@misconception(FUNCTION, look="the dtype of the label tensors")
def labels_float32(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The labels are floating-point numbers; class indices have to be int64."""
    return variant(X, y, batch_size, test_size, random_state, labels=torch.float32)


@misconception(FUNCTION, look="the dtype of the label tensors")
def labels_int32(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The labels are int32; class indices have to be int64."""
    return variant(X, y, batch_size, test_size, random_state, labels=torch.int32)


@misconception(FUNCTION, look="what the loss expects: a class number, or a row of zeros and a one?")
def labels_one_hot(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The labels are one-hot rows; class numbers are asked for."""
    return variant(X, np.eye(10)[y], batch_size, test_size, random_state)


@misconception(FUNCTION, look="whether X and y are split and shuffled together")
def labels_of_other_samples(X, y, batch_size=32, test_size=0.2, random_state=42):
    """Inputs and labels have been separated: labels belong to other samples."""
    return variant(X, np.roll(y, 1), batch_size, test_size, random_state)


@misconception(FUNCTION, look="the loader of the training samples")
def training_set_not_shuffled(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The training samples come in the same order in every epoch."""
    return variant(X, y, batch_size, test_size, random_state, shuffle=False)


@misconception(FUNCTION, look="the loader of the test samples")
def test_set_shuffled(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The test samples are shuffled, too."""
    return variant(X, y, batch_size, test_size, random_state, shuffle_test=True)


@misconception(FUNCTION, look="what happens to samples that do not fill a batch")
def last_batch_dropped(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The last, smaller batch is thrown away."""
    return variant(X, y, batch_size, test_size, random_state, drop_last=True)


@misconception(FUNCTION, look="a number in your code where `batch_size` should stand")
def batch_size_ignored(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The batches have 32 samples, whatever batch_size is."""
    return variant(X, y, 32, test_size, random_state)


@misconception(FUNCTION, look="a number in your code where `test_size` should stand")
def test_size_ignored(X, y, batch_size=32, test_size=0.2, random_state=42):
    """A fifth of the samples is kept for testing, whatever test_size is."""
    return variant(X, y, batch_size, 0.2, random_state)


@misconception(FUNCTION, look="the `def` line: compare it with the one that was handed out")
def other_defaults(X, y, batch_size=64, test_size=0.2, random_state=0):
    """A default argument is not the one asked for."""
    return variant(X, y, batch_size, test_size, random_state)


@misconception(FUNCTION, look="the share that goes into each half")
def test_share_wrong(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The test share is not the one asked for."""
    return variant(X, y, batch_size, test_size / 2, random_state)


@misconception(FUNCTION, look="the order of what train_test_split returns, and of what you return")
def loaders_swapped(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The two loaders, or the two halves, are swapped."""
    A, B, y_train, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    return loaders_of(standard(B, B), standard(A, B), y_test, y_train, batch_size)


@misconception(FUNCTION, look="what goes into the training dataset")
def samples_in_both_halves(X, y, batch_size=32, test_size=0.2, random_state=42):
    """Test samples are among the training samples."""
    _, B, _, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    return loaders_of(standard(X, X), standard(B, X), y, y_test, batch_size)


@misconception(FUNCTION, look="the last step: datasets are not loaders yet")
def not_a_data_loader(X, y, batch_size=32, test_size=0.2, random_state=42):
    """You return something else than two DataLoaders, such as the datasets."""
    return tuple(loader.dataset for loader in variant(X, y, batch_size, test_size, random_state))


@misconception(FUNCTION, look="what the dataset gives for one sample")
def batch_is_not_a_pair(X, y, batch_size=32, test_size=0.2, random_state=42):
    """The loaders give the inputs without their labels."""
    return tuple(
        DataLoader(loader.dataset.tensors[0], batch_size, shuffle=k == 0)
        for k, loader in enumerate(variant(X, y, batch_size, test_size, random_state))
    )


def digit_batches(t: Trial, which: int) -> list[list[torch.Tensor]]:
    """One pass through a loader of the digits, made with the default arguments."""
    return t.public("passes", t.call(FUNCTION, *digits())[which], 1)[0]


@prediction
def n_train_batches(t: Trial) -> int:
    return len(digit_batches(t, 0))


@prediction
def last_batch(t: Trial) -> int:
    return len(digit_batches(t, 0)[-1][1])


@prediction
def n_test_batches(t: Trial) -> int:
    return len(digit_batches(t, 1))


@prediction
def shared(t: Trial) -> str:
    a = np.zeros(3)
    by_from_numpy, by_tensor = torch.from_numpy(a), torch.tensor(a)
    a[0] = 7
    saw = (by_from_numpy[0].item() == 7, by_tensor[0].item() == 7)
    return {(True, False): "from_numpy", (False, True): "tensor", (True, True): "both"}.get(saw, "neither")


@prediction
def after_float(t: Trial) -> str:
    a = np.zeros(3)
    converted = torch.from_numpy(a).float()
    a[0] = 7
    return "yes" if converted[0].item() == 7 else "no"


@prediction
def first_rows(t: Trial) -> str:
    first, second = t.public("passes", t.call(FUNCTION, *digits())[0], 2)
    a, b = first[0][0].numpy(), second[0][0].numpy()
    if np.array_equal(a, b):
        return "same"
    return "same_set" if {row.tobytes() for row in a} == {row.tobytes() for row in b} else "different"


@figure
def first_batch(t: Trial) -> Iterator[Figure]:
    """Ten samples of the first training batch, as the network will see them."""
    inputs, labels = digit_batches(t, 0)[0]
    yield Picture(
        "From your first training batch, normalized",
        tuple(tuple(map(tuple, image.reshape(8, 8).tolist())) for image in inputs[:10]),
        tuple(str(label) for label in labels[:10].tolist()),
        signed=True,
    )
