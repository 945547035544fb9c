"""Promises of q01: two digits are kept, and split into a training and a test set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Failure,
    Figure,
    Picture,
    Trial,
    check,
    describe,
    digits,
    figure,
    misconception,
    prediction,
    solution,
)

reference = solution(__file__)

TESTED = (
    "All 1797 images, a random choice of 300 of them, and made-up images of other sizes; the digits 0 and 1 and "
    "two other pairs; a test share of 0.2, 0.3 and 0.45, rounded up or down. Each row was traced back to the "
    "image it came from. Stratified or not, any way of shuffling, and labels kept or recoded to 0 and 1 "
    "are all right. Not tested: more than two digits."
)

NAMES = ("X_train", "X_test", "y_train", "y_test")
Parts = tuple[Any, Any, Any, Any]


def some_images(rng: np.random.Generator) -> tuple[Any, Any]:
    """300 of the real images, in their original order."""
    X, y = digits()
    rows = np.sort(rng.choice(len(y), 300, replace=False))
    return X[rows], y[rows]


def made_up(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any]:
    """Images that are all different, of another size than the lab's; each digit has another frequency."""
    X = rng.integers(0, 17, size=(n, d)).astype(float)
    y = rng.choice(10, n, p=np.arange(6, 16) / 105)
    return X, y


def uneven(X: Any, y: Any, keep: tuple[int, int], share: float) -> tuple[Any, Any]:
    """The data less a few rows, so that the share is no whole number and cannot be hit by rounding errors."""
    while not 0.2 < (share * np.isin(y, keep).sum()) % 1 < 0.8:
        X, y = X[1:], y[1:]
    return X, y


def split(t: Trial, X: Any, y: Any, **options: Any) -> Parts:
    """The four parts as arrays that fit together; Failure if they are of another kind or shape."""
    got = t.call("split_digits", X, y, **options)
    if not isinstance(got, tuple | list) or len(got) != 4:
        raise Failure(
            f"`split_digits` gives back {describe(got)}; four arrays are asked for.",
            "Look at `Returns`: " + ", ".join(NAMES) + ", in this order.",
            "not-four-parts",
        )
    parts = tuple(as_array(t, item, name) for item, name in zip(got, NAMES, strict=True))
    about_order(parts)
    for part, name in zip(parts[:2], NAMES[:2], strict=True):
        about_images(part, name, X)
    for part, name in zip(parts[2:], NAMES[2:], strict=True):
        about_labels(part, name)
    about_lengths(parts)
    return parts  # type: ignore[return-value]


def as_array(t: Trial, item: Any, name: str) -> Any:
    """`item` as an array of numbers; a list of rows or labels earns a remark."""
    if isinstance(item, list | tuple) and item:
        try:
            item = np.asarray(item)
        except ValueError:
            raise Failure(
                f"`{name}` is a list of rows of different lengths.", "Print the length of each."
            ) from None
        t.remark("list-not-array", f"`{name}` is a list; as an array it could be used by NumPy directly.")
    if not isinstance(item, np.ndarray) or item.dtype.kind not in "biuf":
        raise Failure(f"`{name}` is {describe(item)}; an array of numbers is asked for.", "Print its type.")
    return item


def about_order(parts: tuple[Any, ...]) -> None:
    """Recognise another order of the four arrays by their dimensions."""
    dimensions = tuple(part.ndim for part in parts)
    if dimensions in ((2, 1, 2, 1), (1, 1, 2, 2), (1, 2, 1, 2)):
        raise Failure(
            "The four arrays come in another order: the images are not the first two.",
            "The order is " + ", ".join(NAMES) + "; from which function does yours come?",
            "returned-in-another-order",
            seen="",
        )


def about_images(part: Any, name: str, X: Any) -> None:
    """Failure unless `part` is a table with the columns of X."""
    d = X.shape[1]
    if part.ndim == 2 and part.shape[1] == d:
        return
    seen = f"`{name}` has shape {part.shape}; a row of {d} pixels for each image is asked for."
    slug, why, look = None, "", "Print the shapes of `X` before and after each step."
    if part.ndim == 1 and part.dtype.kind in "iub" and part.size != d and len(part) <= len(X):
        slug, why = "returns-row-numbers", "These are the numbers of the rows, or a mask, not the rows. "
        look = "Row numbers and masks choose rows when they stand in brackets after an array."
    elif part.ndim == 3:
        slug, why = "images-instead-of-rows", "You turn the rows into square pictures. "
        look = "Keep one row of pixels for each image; pictures are for looking at."
    elif part.ndim == 2 and part.shape[1] == d + 1:
        slug, why = "adds-a-column", "You add a column, perhaps of ones for a bias, or the labels. "
        look = "Here the pixels stay as they are, without anything more."
    elif part.ndim == 2 and part.shape[0] == d:
        slug, why, look = "transposed", "The table is transposed. ", "One row for each image."
    elif part.ndim == 2 and part.shape[1] == 64:
        slug, why = "loads-the-data-itself", "You use the lab's images, whatever `X` you are given. "
        look = "Use the arguments `X` and `y`; the same function must work for other data."
    raise Failure(why + seen, look, slug, seen=seen)


def about_labels(part: Any, name: str) -> None:
    """Failure unless `part` is a vector."""
    if part.ndim == 1:
        return
    seen = f"`{name}` has shape {part.shape}; one label for each image, shape (n,), is asked for."
    if part.ndim == 2 and part.shape[1] == 1:
        look = "What makes a column out of a vector in your code? Labels need one dimension only."
        raise Failure("You return the labels as a column. " + seen, look, "labels-in-a-column", seen=seen)
    raise Failure(seen, "Labels are one number for each image, as in `y`.", "wrong-shape")


def about_lengths(parts: tuple[Any, ...]) -> None:
    """Failure unless each set has as many images as labels."""
    X_train, X_test, y_train, y_test = parts
    if len(X_train) == len(y_train) and len(X_test) == len(y_test):
        return
    seen = (
        f"`X_train` has {len(X_train)} rows and `y_train` {len(y_train)} labels; "
        f"`X_test` has {len(X_test)} and `y_test` {len(y_test)}."
    )
    if len(X_train) == len(y_test) and len(X_test) == len(y_train):
        look = "Look at the order in which you return the last two, or in which you unpack them."
        raise Failure(
            f"You swap the train and test labels. {seen}", look, "labels-of-the-other-set", seen=seen
        )
    raise Failure(
        seen, "Choose rows of `X` and of `y` with the same mask or the same row numbers.", "lengths-differ"
    )


def origin(parts: Parts, X: Any) -> tuple[Any, Any]:
    """For each row of X_train and of X_test, the number of the row of X it is; -1 if there is none."""
    number = {row.tobytes(): k for k, row in enumerate(np.ascontiguousarray(X, float) + 0.0)}

    def found(rows: Any) -> Any:
        table = np.ascontiguousarray(rows, float) + 0.0
        return np.array([number.get(row.tobytes(), -1) for row in table], dtype=int)

    return found(parts[0]), found(parts[1])


def traced(t: Trial, X: Any, y: Any, keep: tuple[int, int], **options: Any) -> tuple[Any, Any]:
    """Split, trace every row back, and require that pixels, digits and labels are right; the row numbers."""
    parts = split(t, X, y, digits=keep, **options) if keep != (0, 1) else split(t, X, y, **options)
    about_digits(np.concatenate([parts[2], parts[3]]), y, keep)
    train, test = origin(parts, X)
    about_pixels(parts, train, test, X)
    about_origin(y[np.concatenate([train, test])], y, keep)
    for part, rows, name in ((parts[2], train, "y_train"), (parts[3], test, "y_test")):
        about_belonging(t, part, y[rows], keep, name)
    return train, test


def about_digits(labels: Any, y: Any, keep: tuple[int, int]) -> None:
    """Failure if labels come back that no way of labelling the two digits explains."""
    present = set(np.unique(labels).tolist())
    if present <= set(keep) or present <= {0, 1}:
        return
    seen = f"Among the labels you return are {', '.join(f'{v:g}' for v in sorted(present)[:10])}."
    if present <= {-1, 1}:
        look = "The loss and its gradient, later on, take labels 0 and 1."
        raise Failure(
            f"You recode the labels to -1 and 1. {seen}", look, "labels-minus-one-and-one", seen=seen
        )
    asked = f"the digits {keep[0]} and {keep[1]}"
    if present == set(np.unique(y).tolist()):
        look = f"Only {asked} are asked for: choose the rows with a mask, in `X` and in `y`."
        raise Failure(f"You keep all the digits. {seen}", look, "keeps-all-digits", seen=seen)
    if present <= set(range(min(keep), max(keep) + 1)):
        look = "Which digits does your condition let through? There are two only, whatever lies between them."
        raise Failure(f"You keep the digits in between, too. {seen}", look, "digits-in-between", seen=seen)
    raise Failure(
        seen, f"Only {asked} are asked for: look at the condition that chooses the rows.", "other-digits"
    )


def about_pixels(parts: Parts, train: Any, test: Any, X: Any) -> None:
    """Failure if a row is no row of X, with a guess at what was done to the pixels."""
    lost = [
        (k, name)
        for rows, name in ((train, "X_train"), (test, "X_test"))
        for k in np.flatnonzero(rows < 0)[:1]
    ]
    if not lost:
        return
    missing = int((train < 0).sum() + (test < 0).sum())
    k, name = lost[0]
    seen = f"{missing} of {len(train) + len(test)} rows are no image of the data; the first is row {k} of `{name}`."
    rows = parts[0]
    slug, why = "pixels-changed", "You change the pixels on the way. "
    look = "This question chooses and deals out rows only; normalizing comes next."
    for factor, words in ((16.0, "16"), (255.0, "255"), (float(X.max()), "the largest value")):
        if (origin((rows * factor, rows[:0], None, None), X)[0] >= 0).all():
            slug, why = "scales-the-pixels", f"You divide the pixels by {words}. "
    if len(rows) and rows.min() < 0 and np.mean(np.abs(rows.mean(axis=0)) <= 0.4 * rows.std(axis=0)) > 0.9:
        slug, why = "normalizes-already", "You subtract the mean of each pixel already. "
    elif set(np.unique(rows)) <= {0.0, 1.0}:
        slug, why = "thresholds-the-pixels", "You turn the pixels into 0 and 1. "
    elif rows.shape[1] == 64 and (origin(parts, _all_images()[0])[0] >= 0).all():
        slug, why = "loads-the-data-itself", "You load the lab's images, whatever `X` you are given. "
        look = "Use the arguments `X` and `y`; the same function must work for other data."
    raise Failure(why + seen, look, slug, seen=seen)


def about_origin(true: Any, y: Any, keep: tuple[int, int]) -> None:
    """Failure unless the images that are kept show the two digits, both of them."""
    present = set(true.tolist())
    if present == set(keep):
        return
    names = ", ".join(str(v) for v in sorted(present)) or "no digit at all"
    seen = f"With `digits={keep}`, the images you keep show {names}."
    look = f"They should show {keep[0]} and {keep[1]}. Where does your function use `digits`?"
    slug, why = "other-digits", ""
    if present == {0, 1}:
        slug, why = "ignores-digits", "You keep 0 and 1 whatever `digits` is. "
    elif present == set(np.unique(y).tolist()):
        slug, why = "keeps-all-digits", "You keep all the digits. "
    elif len(present) == 1:
        slug, why = "keeps-one-digit-only", "You keep one digit only. "
    elif set(keep) < present and present <= set(range(min(keep), max(keep) + 1)):
        slug, why = "digits-in-between", "You keep the digits in between, too. "
    raise Failure(why + seen, look, slug, seen=seen)


def about_belonging(t: Trial, labels: Any, true: Any, keep: tuple[int, int], name: str) -> None:
    """Failure unless each label is the digit of its own image, or one consistent code 0/1 for other digits."""
    if labels.dtype == bool:
        t.remark(
            "truth-values", "Your labels are True and False; 0 and 1 are clearer, since we compute with them."
        )
    mine = labels.astype(float)
    codes = [dict(zip(keep, keep, strict=True))]
    if keep != (0, 1):
        codes += [dict(zip(keep, pair, strict=True)) for pair in ((0, 1), (1, 0))]
    wrong = [int(np.sum(mine != np.array([code[v] for v in true.tolist()]))) for code in codes]
    if min(wrong) == 0:
        return
    seen = (
        f"In `{name}`, {min(wrong)} of {len(true)} labels are not the digit that their row of pixels shows."
    )
    if keep == (0, 1) and wrong[0] == len(true) and set(np.unique(mine)) <= {0.0, 1.0}:
        look = "An image of a 0 must have the label 0."
        raise Failure(f"You swap the two labels. {seen}", look, "labels-swapped", seen=seen)
    raise Failure(
        f"The labels no longer belong to their rows. {seen}",
        "`X` and `y` must be filtered, shuffled and cut by the same row numbers.",
        "labels-lose-their-rows",
        seen=seen,
    )


def about_share(train: Any, test: Any, y: Any, share: float) -> None:
    """Failure unless the test set has the share asked for, rounded up or down, of all rows or of each digit's."""
    n, n_test = len(train) + len(test), len(test)
    in_all, in_test = (np.bincount(y[rows], minlength=10) for rows in (np.concatenate([train, test]), test))
    if abs(n_test - share * n) < 1 or np.all(np.abs(in_test - share * in_all) < 1):
        return
    seen = f"The test set has {n_test} of the {n} images, {100 * n_test / n:.3g} %; `test_size` is {share}."
    slug, why = None, ""
    look = "A split before the filter, or a coin tossed for each image, has only roughly the right share."
    if abs(len(train) - share * n) < 2:
        slug, why = "train-and-test-swapped", "The training and the test set are swapped. "
        look = "Which of the two is the larger one? `test_size` is the share of the test set."
    elif n_test == 0 or (n != 360 and len(train) in (287, 288, 289, 360)):
        slug, why = "hard-coded-sizes", "You use a hard-coded number of rows. "
        look = "How many rows there are depends on the data: compute it with `len` and `test_size`."
    elif share != 0.2 and abs(n_test - 0.2 * n) < 2:
        slug, why = "ignores-test-size", "You split off a fifth whatever `test_size` is. "
        look = "Where does your function use `test_size`?"
    elif abs(n_test - 0.25 * n) < 2:
        slug, why = "default-share-of-a-quarter", "You split off a quarter, scikit-learn's default. "
        look = "Hand `test_size` on."
    elif abs(n_test - share * n) < 2:
        slug, why = "one-row-off", "The cut is one row off. "
        look = "Rounding up or down is fine, but then no further row must change sides."
    raise Failure(why + seen, look, slug, seen=seen)


@check
def four_parts(t: Trial) -> None:
    """`split_digits` gives back X_train, X_test, y_train, y_test: two tables of pixels, two vectors of labels."""
    split(t, *some_images(t.rng))


@check
def kept_digits(t: Trial) -> None:
    """Zeros and ones are kept, and nothing else."""
    X, y = some_images(t.rng)
    parts = split(t, X, y)
    labels = np.concatenate([parts[2], parts[3]])
    about_digits(labels, y, (0, 1))
    if len(set(labels.tolist())) < 2:
        seen = f"All the labels that you return are {labels[0]:g}." if len(labels) else "No image is left."
        raise Failure(
            seen, "Both digits are asked for: look at the condition.", "keeps-one-digit-only", seen=seen
        )


@check
def rows_and_labels(t: Trial) -> None:
    """Every row is an image as it was, pixel by pixel, with its own label."""
    traced(t, *some_images(t.rng), (0, 1))


@check
def each_image_once(t: Trial) -> None:
    """Each of these images is in exactly one of the two sets."""
    X, y = some_images(t.rng)
    once(*traced(t, X, y, (0, 1)), int(np.isin(y, (0, 1)).sum()))


def once(train: Any, test: Any, n: int) -> None:
    """Failure unless the n images are dealt out, each to one of the two sets."""
    repeated = len(train) - len(set(train.tolist())) + len(test) - len(set(test.tolist()))
    if repeated:
        raise Failure(
            f"{repeated} rows are repetitions of an image already drawn.",
            "Draw without putting back: shuffle all the row numbers, then cut.",
            "drawn-with-replacement",
        )
    both = len(set(train.tolist()) & set(test.tolist()))
    if both:
        raise Failure(
            f"{both} images are in the training set and in the test set.",
            "Deal each row out once: what the test set gets, the training set must not have.",
            "test-rows-also-in-training",
        )
    if len(train) + len(test) != n:
        raise Failure(
            f"{n} images show one of the two digits, but only {len(train) + len(test)} come back: some rows are lost.",
            "Look at the ends of your slices: where one part stops, the other must begin.",
            "rows-lost",
        )


@check
def eighty_twenty(t: Trial) -> None:
    """One image in five goes to the test set: 288 rows and 72 of the whole data."""
    X, y = digits()
    about_share(*traced(t, X, y, (0, 1)), y, 0.2)


@check
def other_digits(t: Trial) -> None:
    """Other digits can be asked for, of other data than the lab's."""
    for keep, n, d in (((3, 8), 251, 9), ((7, 2), 173, 11)):
        X, y = made_up(t.rng, n, d)
        once(*traced(t, X, y, keep), int(np.isin(y, keep).sum()))


@check
def other_share(t: Trial) -> None:
    """Another share can be set aside with `test_size`."""
    for keep, share in (((0, 1), 0.3), ((4, 9), 0.45)):
        X, y = uneven(*made_up(t.rng, 811, 10), keep, share)
        train, test = traced(t, X, y, keep, test_size=share)
        about_share(train, test, y, share)
        once(train, test, int(np.isin(y, keep).sum()))
    advise(t, X, y)


@check
def default_state(t: Trial) -> None:
    """Without a `random_state`, the split is the one of 42: everybody who follows the lab gets the same."""
    X, y = made_up(t.rng, 293, 10)

    def order(**options: int) -> list[int]:
        return np.concatenate(origin(split(t, X, y, **options), X)).tolist()  # type: ignore[no-any-return]

    given = order(random_state=42)
    if given == order(random_state=42) and given != order():
        raise Failure(
            "Called without `random_state`, your function splits otherwise than with `random_state=42`.",
            "Compare the defaults in your `def` line with those of the exercise.",
            "other-default-random-state",
        )


def advise(t: Trial, X: Any, y: Any) -> None:
    """Remarks on shuffling and on the random state; none of them fails anything."""

    def order(state: int, seed: int) -> list[int]:
        parts = split(t, X, y, random_state=state, seed=seed)
        if parts[0].dtype.kind in "iu":
            t.remark(
                "whole-number-pixels",
                "You turn the pixels into whole numbers; the next question divides them.",
            )
        return np.concatenate(origin(parts, X)).tolist()  # type: ignore[no-any-return]

    first, again, other = order(3, 1), order(3, 2), order(4, 1)
    if first != again:
        text = "The same `random_state` gave two different splits: nobody could repeat your results."
        t.remark("random-state-ignored", text)
    elif first == other and first == sorted(first):
        text = "You cut without shuffling: if the data comes sorted, the two sets will not be alike."
        t.remark("no-shuffle", text)
    elif first == other:
        t.remark("random-state-ignored", "Every `random_state` gives the same split: where do you use it?")
    if re.search(r"\brandom\.seed\(", t.source):
        text = "`np.random.seed` changes the randomness of the whole program; `np.random.default_rng(seed)` is your own."
        t.remark("global-seed", text)


def dealt(X: Any, y: Any, test_size: float, random_state: int) -> Any:
    """The usual split, for misconceptions whose mistake lies elsewhere."""
    from sklearn.model_selection import train_test_split

    return train_test_split(X, y, test_size=test_size, random_state=random_state)


def kept(X: Any, y: Any, keep: Any) -> tuple[Any, Any]:
    """The rows of the digits `keep`."""
    mask = np.isin(y, keep)
    return X[mask], y[mask]


@misconception("split_digits", look="the filter: which rows of `X` and `y` are still there when you split?")
def keeps_all_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You keep all the digits."""
    return dealt(X, y, test_size, random_state)


@misconception(
    "split_digits", look="the condition that chooses the rows: `digits` names two labels, not a range"
)
def keeps_one_digit_only(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You keep one digit only."""
    return dealt(*kept(X, y, digits[:1]), test_size, random_state)


@misconception("split_digits", look="where your function uses `digits`")
def ignores_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You keep 0 and 1 whatever `digits` is."""
    return dealt(*kept(X, y, (0, 1)), test_size, random_state)


@misconception("split_digits", look="which digits your condition lets through")
def digits_in_between(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You keep the digits in between, too."""
    mask = (y >= min(digits)) & (y <= max(digits))
    return dealt(X[mask], y[mask], test_size, random_state)


@misconception("split_digits", look="where your function uses `test_size`")
def ignores_test_size(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You split off a fifth whatever `test_size` is."""
    return dealt(*kept(X, y, digits), 0.2, random_state)


@misconception("split_digits", look="whether you hand `test_size` on")
def default_share_of_a_quarter(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You split off a quarter, scikit-learn's default, instead of `test_size`."""
    return dealt(*kept(X, y, digits), 0.25, random_state)


@misconception("split_digits", look="which of the two sets is the larger one")
def train_and_test_swapped(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """The training and the test set are swapped."""
    X_train, X_test, y_train, y_test = dealt(*kept(X, y, digits), test_size, random_state)
    return X_test, X_train, y_test, y_train


@misconception(
    "split_digits", look="the order of the four names, where you unpack them and where you return them"
)
def returned_in_another_order(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You return the four arrays in another order."""
    X_train, X_test, y_train, y_test = dealt(*kept(X, y, digits), test_size, random_state)
    return X_train, y_train, X_test, y_test


@misconception("split_digits", look="the order of the last two names")
def labels_of_the_other_set(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You swap the train and test labels."""
    X_train, X_test, y_train, y_test = dealt(*kept(X, y, digits), test_size, random_state)
    return X_train, X_test, y_test, y_train


@misconception(
    "split_digits", look="which comes first: a fifth of all images does not hold a fifth of two digits"
)
def splits_before_filtering(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You split before filtering, so the share of the test set is only roughly right."""
    X_train, X_test, y_train, y_test = dealt(X, y, test_size, random_state)
    (A, a), (B, b) = kept(X_train, y_train, digits), kept(X_test, y_test, digits)
    return A, B, a, b


@misconception("split_digits", look="how the number of test rows comes about: by luck, or by counting")
def random_share(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You toss a coin for each image, so the size of the test set is a matter of luck."""
    X, y = kept(X, y, digits)
    test = np.random.default_rng(random_state).random(len(y)) < test_size
    return X[~test], X[test], y[~test], y[test]


@misconception("split_digits", look="the ends of your slices, and a `+ 1` or `- 1` there")
def one_row_off(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """The cut is one row off."""
    X, y = kept(X, y, digits)
    order = np.random.default_rng(random_state).permutation(len(y))
    n_test = int(np.ceil(test_size * len(y))) + 1
    return X[order[n_test:]], X[order[:n_test]], y[order[n_test:]], y[order[:n_test]]


@misconception("split_digits", look="the defaults in the `def` line")
def other_default_random_state(X, y, digits=(0, 1), test_size=0.2, random_state=0):
    """Your default `random_state` is not 42."""
    return dealt(*kept(X, y, digits), test_size, random_state)


@misconception("split_digits", look="whether `X` and `y` are shuffled by the same row numbers")
def labels_lose_their_rows(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You shuffle the images and the labels separately, so that the labels no longer belong to their rows."""
    X, y = kept(X, y, digits)
    return dealt(X, np.random.default_rng(random_state).permutation(y), test_size, random_state)


@misconception("split_digits", look="the arithmetic on the pixels: this question only chooses rows")
def scales_the_pixels(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You divide the pixels by 16."""
    X, y = kept(X, y, digits)
    return dealt(X / 16, y, test_size, random_state)


@misconception("split_digits", look="the arithmetic on the pixels: normalizing is the next question")
def normalizes_already(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You normalize the pixels already."""
    A, B, a, b = dealt(*kept(X, y, digits), test_size, random_state)
    mean, std = A.mean(axis=0), A.std(axis=0) + 1e-8
    return (A - mean) / std, (B - mean) / std, a, b


@misconception("split_digits", look="what is glued to `X`")
def adds_a_column(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You add a column of ones to the pixels."""
    X, y = kept(X, y, digits)
    return dealt(np.hstack([np.ones((len(X), 1)), X]), y, test_size, random_state)


@misconception("split_digits", look="the reshape: one row of pixels for each image is asked for")
def images_instead_of_rows(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You turn the rows into square pictures."""
    X, y = kept(X, y, digits)
    return dealt(X.reshape(len(X), 8, -1), y, test_size, random_state)


@misconception("split_digits", look="whether the training set still has the rows that you set aside")
def test_rows_also_in_training(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """The images of the test set are in the training set, too."""
    X, y = kept(X, y, digits)
    _, X_test, _, y_test = dealt(X, y, test_size, random_state)
    return X, X_test, y, y_test


@misconception("split_digits", look="whether an image can be drawn twice")
def drawn_with_replacement(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You draw rows and put them back, so that some images come several times and others never."""
    X_train, X_test, y_train, y_test = dealt(*kept(X, y, digits), test_size, random_state)
    rows = np.random.default_rng(random_state).integers(0, len(y_train), len(y_train))
    return X_train[rows], X_test, y_train[rows], y_test


@misconception("split_digits", look="the ends of your slices")
def rows_lost(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You lose a row on the way."""
    X_train, X_test, y_train, y_test = dealt(*kept(X, y, digits), test_size, random_state)
    return X_train[:-1], X_test, y_train[:-1], y_test


@misconception("split_digits", look="whether you use the arguments `X` and `y`")
def loads_the_data_itself(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You load the lab's images, whatever `X` and `y` you are given."""
    return dealt(*kept(*_all_images(), digits), test_size, random_state)


_all_images = digits


@misconception("split_digits", look="the shape of the labels: (n,), as they came")
def labels_in_a_column(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You return the labels as a column."""
    X, y = kept(X, y, digits)
    return dealt(X, y.reshape(-1, 1), test_size, random_state)


@misconception("split_digits", look="the codes of the labels: 0 and 1 from here on")
def labels_minus_one_and_one(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You recode the labels to -1 and 1."""
    X, y = kept(X, y, digits)
    return dealt(X, np.where(y == digits[1], 1, -1), test_size, random_state)


@misconception("split_digits", look="which digit becomes 0 and which becomes 1")
def labels_swapped(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You swap the two labels."""
    X, y = kept(X, y, digits)
    return dealt(X, (y == digits[0]).astype(int), test_size, random_state)


@misconception("split_digits", look="what you return: the numbers of rows, or the rows themselves")
def returns_row_numbers(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You return row numbers instead of rows of pixels."""
    rows = np.flatnonzero(np.isin(y, digits))
    train, test, y_train, y_test = dealt(rows, y[rows], test_size, random_state)
    return train, test, y_train, y_test


@misconception(
    "split_digits", look="the numbers in your code: do they come from the data and from `test_size`?"
)
def hard_coded_sizes(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You use a hard-coded number of rows for the training set."""
    X, y = kept(X, y, digits)
    order = np.random.default_rng(random_state).permutation(len(y))
    train, test = order[:288], order[288:]
    return X[train], X[test], y[train], y[test]


@misconception("split_digits", look="how many arrays you hand to the function that splits")
def not_four_parts(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """You split the images only: the labels are missing."""
    X, y = kept(X, y, digits)
    return dealt(X, y, test_size, random_state)[:2]


def shape_of(t: Trial, k: int) -> tuple[int, ...]:
    """The shape of one of the learner's four arrays."""
    return tuple(np.shape(split(t, *_all_images())[k]))


@prediction
def train_images(t: Trial) -> tuple[int, ...]:
    return shape_of(t, 0)


@prediction
def test_images(t: Trial) -> tuple[int, ...]:
    return shape_of(t, 1)


@prediction
def train_labels(t: Trial) -> tuple[int, ...]:
    return shape_of(t, 2)


@prediction
def test_labels(t: Trial) -> tuple[int, ...]:
    return shape_of(t, 3)


@prediction
def first_row(t: Trial) -> str:
    X, y = _all_images()
    return "same" if np.array_equal(split(t, X, y)[0][0], X[0]) else "other"


def picture(title: str, rows: Any, labels: Any) -> Picture:
    """Rows of 64 pixels as pictures with their labels."""
    images = tuple(tuple(tuple(float(v) for v in line) for line in np.reshape(row, (8, 8))) for row in rows)
    return Picture(title, images, tuple(f"{label:g}" for label in labels))


@figure
def some_digits(t: Trial) -> Iterator[Figure]:
    X, y = _all_images()
    yield picture("The first ten images of the data", X[:10], y[:10])
    X_train, X_test, y_train, y_test = split(t, X, y)
    yield picture("The first rows of your training set", X_train[:6], y_train[:6])
    yield picture("The first rows of your test set", X_test[:6], y_test[:6])
