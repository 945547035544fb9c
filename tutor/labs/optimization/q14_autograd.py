"""Promises of q14: the script runs, and what it prints answers the predictions."""

import re

from tutor.checking.author import Failure, Trial, check, prediction

TESTED = (
    "that the script, as it stands in your file, runs to its end and prints something; nothing else: "
    "change it as you like. The answers to the predictions are read from what it printed."
)


@check
def runs(t: Trial) -> None:
    """The script runs to its end and prints what it finds."""
    t.require(
        bool(t.loaded_output.strip()), "The script printed nothing.", "Are its print lines still there?"
    )


def printed(t: Trial, label: str) -> str:
    """What the script printed behind `label`."""
    for line in t.loaded_output.splitlines():
        if line.startswith(f"{label}: "):
            return line.removeprefix(f"{label}: ").strip()
    raise Failure(f"The script no longer prints a line that starts with `{label}:`.", "Restore that line.")


def one_number(t: Trial, label: str) -> float:
    """The only number in what the script printed behind `label`."""
    found = re.search(r"-?\d+\.?\d*(e[+-]?\d+)?", printed(t, label))
    if found is None:
        raise Failure(f"The line `{label}:` holds no number.", "What is printed there?")
    return float(found[0])


def how_printed(text: str) -> str:
    """Whether a tensor is printed as plain, as flagged by its maker, or as made by an operation."""
    if "grad_fn=" in text:
        return "made"
    return "flagged" if "requires_grad=True" in text else "plain"


@prediction
def v_printed(t: Trial) -> str:
    text = printed(t, "v")
    return next((kind for kind in ("tensor", "array") if text.startswith(kind)), "list")


@prediction
def v_shape(t: Trial) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", printed(t, "v.shape")))


@prediction
def v_dtype(t: Trial) -> str:
    return printed(t, "v.dtype").removeprefix("torch.")


@prediction
def x_printed(t: Trial) -> str:
    return how_printed(printed(t, "x"))


@prediction
def x_flag(t: Trial) -> str:
    return printed(t, "x.requires_grad")


@prediction
def y_printed(t: Trial) -> str:
    return how_printed(printed(t, "y"))


@prediction
def y_flag(t: Trial) -> str:
    return printed(t, "y.requires_grad")


@prediction
def y_grad_fn(t: Trial) -> str:
    text = printed(t, "y.grad_fn")
    return "none" if text == "None" else "operation" if "Backward" in text else "derivative"


@prediction
def grad_before(t: Trial) -> str:
    text = printed(t, "x.grad before backward")
    if text == "None":
        return "none"
    return "value" if one_number(t, "x.grad before backward") else "zero"


@prediction
def x_grad(t: Trial) -> float:
    return one_number(t, "x.grad")


@prediction
def d_flag(t: Trial) -> str:
    return printed(t, "d.requires_grad")


@prediction
def d_backward(t: Trial) -> str:
    return "error" if "Error" in printed(t, "d.backward()") else "silent"


@prediction
def second_backward(t: Trial) -> float:
    return one_number(t, "x.grad after a second backward")
