"""The sentences for a call that ended without a result, in the learner's words."""

from __future__ import annotations

from tutor.checking.compare import Failure, TimedOut, Unwritten
from tutor.checking.subject import Raised

CRASHES = ("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT", "SIGTRAP", "SIGSYS")
"""Signals that a program gets for what it did, not from somebody."""
SHAPE_WORDS = ("matmul", "not aligned", "broadcast", "shape")
"""What NumPy's and SciPy's messages about shapes that do not fit have in common."""


def failure(raised: Raised, what: str) -> Failure:
    """The Failure that says how the call of `what` ended."""
    if raised.type == "NotImplementedError" and raised.phase in ("call", "load"):
        if raised.inside:
            return Unwritten(
                f"{raised.inside} is still to be written, and this needs it.", "Answer that question first."
            )
        return Unwritten(f"{_cap(what)} is still to be written.", raised.message)
    by_phase = {
        "compile": _compile,
        "load": _raised,
        "call": _raised,
        "name": _name,
        "encode": _encode,
        "time": _time,
        "died": _died,
        "tampered": _tampered,
        "output": _output,
        "disk": _disk,
    }
    return by_phase.get(raised.phase, _raised)(raised, what)


def _compile(raised: Raised, what: str) -> Failure:
    if raised.type in ("MemoryError", "RecursionError"):
        return Failure(
            "The file is nested too deeply for Python to read it.",
            "Which line holds more brackets, signs or names in a row than anybody would write?",
            "syntax-error",
        )
    where = f"Line {raised.line}" if raised.line else "The file"
    return Failure(
        f"{where} is not valid Python: {raised.message.partition(' (')[0]}.",
        "Read that line and the one above it: a bracket, a colon, a quote or the indentation.",
        "syntax-error",
        raised.line,
    )


def _raised(raised: Raised, what: str) -> Failure:
    line = f" on line {raised.line}" if raised.line else ""
    if raised.type == "RefusedError":
        return Failure(
            f"{_cap(raised.message)}{f': line {raised.line}' if raised.line else ''}.",
            "The check does not need it: compute from the arguments.",
            "refused",
            raised.line,
        )
    if raised.type == "LeftOutError":
        return Failure(
            f"{_cap(raised.message)}.",
            "Which lines of yours would still be right without it?",
            "library-left-out",
            raised.line,
        )
    if raised.type in ("SystemExit", "KeyboardInterrupt"):
        return Failure(
            f"Your code ends the program{line} ({raised.type}).",
            "Return a value instead.",
            "exits",
            raised.line,
        )
    if raised.type == "MemoryError" or "allocate memory" in raised.message:
        return Failure(
            f"Your code asked for more memory{line} than an exercise may use.",
            "Which array there is larger than you think?",
            "too-much-memory",
            raised.line,
        )
    if raised.type == "RecursionError":
        return Failure(
            f"A function calls itself without end{line} (RecursionError).",
            "Where does it stop?",
            None,
            raised.line,
        )
    if raised.phase == "load":
        what = "the file"
    message = f": {raised.message}" if raised.message else ""
    return Failure(
        f"{_cap(what)} stopped{line} with {raised.type}{message}.",
        _what_to_look_at(raised),
        None,
        raised.line,
    )


def _what_to_look_at(raised: Raised) -> str:
    if raised.type == "TypeError" and "argument" in raised.message and raised.line is None:
        return "Compare the parameters of your `def` line with the docstring's: how many, in which order?"
    if raised.type == "TypeError" and "positional argument" in raised.message:
        return "Which arguments does that function take, in which order, and with which is it called?"
    if raised.type == "ValueError" and any(word in raised.message for word in SHAPE_WORDS):
        return "The shapes on that line do not fit together: print them. Is a factor to be transposed?"
    if "truth value of an array" in raised.message:
        return "For a whole array use `&`, `|` or np.where; `and`, `or` and `if` want one truth value."
    if "inconsistent numbers of samples" in raised.message:
        return "Two arrays have lost their common length: choose rows of `X` and of `y` with the same mask."
    if raised.type == "EOFError":
        return "Exercises get no keyboard input; use the arguments."
    if raised.type == "ModuleNotFoundError" or raised.type == "ImportError":
        return "An exercise may import the installed libraries and earlier questions."
    if raised.inside:
        return f"The error comes from {raised.inside}, called from there: with which arguments?"
    return "Which values do the names on that line have there? A print just above it shows them."


def _name(raised: Raised, what: str) -> Failure:
    if raised.not_callable:
        return Failure(
            f"{_cap(what)} is no function: it is of type {raised.not_callable}.", "Write it with `def`."
        )
    wanted = what.strip("`")
    import difflib  # no check that passes needs it

    near = difflib.get_close_matches(wanted, raised.names, 1, 0.6)
    if near:
        return Failure(
            f"I found `{near[0]}`; the exercise needs `{wanted}`.",
            "Rename it exactly as asked.",
            "wrong-name",
        )
    return Failure(f"The file defines no `{wanted}`.", f"Write it with `def {wanted}(…)`.", "missing-name")


def _encode(raised: Raised, what: str) -> Failure:
    return Failure(
        f"The result of {what} cannot be read: {_why_unreadable(raised)}.",
        "Return plain numbers, arrays or tensors of a moderate size.",
    )


def _why_unreadable(raised: Raised) -> str:
    if raised.type in ("WireError", "TooLarge"):
        return raised.message
    return f"looking at it raises {raised.type}" + (f" ({raised.message})" if raised.message else "")


def _time(raised: Raised, what: str) -> Failure:
    if what == "the file":
        return TimedOut(
            f"Loading the file took more than {raised.seconds:g} s.",
            "Is there a loop outside your functions? A demo belongs under `if __name__ == '__main__':`.",
            "timed-out",
        )
    return TimedOut(
        f"{_cap(what)} did not return in {raised.seconds:g} s.",
        "Is there a loop that never ends?",
        "timed-out",
    )


def _died(raised: Raised, what: str) -> Failure:
    if raised.type == "exit":
        return Failure(
            f"Your code ends the whole Python process ({raised.message}).", "Return a value instead.", "exits"
        )
    if raised.type == "broken":
        return Failure(
            "Your code broke the process it runs in: it replaced or closed something that is needed there.",
            "Leave built-in functions, modules and open files as they are.",
            "crashed",
        )
    if raised.message not in CRASHES:
        return Failure(
            f"The process of your code was ended by a signal ({raised.message}); the tutor is fine.",
            "Does your code send signals or set alarms? Return a value instead.",
            "crashed",
        )
    return Failure(
        f"Your code crashed Python itself ({raised.message}); the tutor is fine.",
        "Recursion without end and hand-made memory access do that.",
        "crashed",
    )


def _tampered(raised: Raised, what: str) -> Failure:
    return Failure(
        "Your code wrote into the tutor's own channel or closed it, so this run does not count.",
        "Use print for output; leave other open files alone.",
        "tampered",
    )


def _output(raised: Raised, what: str) -> Failure:
    return Failure(
        f"{_cap(what)} printed more than {raised.message}; it was stopped.",
        "Print less: every 100th step, say.",
        "floods-output",
    )


def _disk(raised: Raised, what: str) -> Failure:
    return Failure(
        f"{_cap(what)} wrote more than {raised.message} to disk; it was stopped.", "Exercises need no files."
    )


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
