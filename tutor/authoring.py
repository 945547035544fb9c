"""`tutor dev new` and `tutor dev release`: what starts a question, and what hands its stub out."""

from __future__ import annotations

import re
from pathlib import Path

from tutor import places
from tutor.content import load_lab
from tutor.errors import ContentError, TutorError
from tutor.files import write_atomically
from tutor.model import Lab
from tutor.places import solutions_folder
from tutor.workspace import Workspace, fresh_exercise

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_LAST_ENTRY = re.compile(r"(?P<last>\"[^\"]*\")(?P<comma>,?)(?P<end>\s*\][^\[\]]*)\Z")

_TEXT = """\
+++
title = "Say in a few words what is made"
section = "1.1 The section of the sheet"
kind = "code"
engine = "numpy"
+++
Say what to write, with formulas such as $\\\\sigma(z)$.

## Predict

### first_value (number, 1%)
What comes out for the simplest input?
Why: What makes it so?

## Hints

### *
1. Point at the idea, not at the code. Another way: look at the smallest example by hand.
2. Name the step that is easy to miss. Another way: compare the shapes before and after it.
3. Show one line at most. Another way: say which function of the library does it.

## Explain
Ask for the reason, not for the code.

### Model answer
Answer it as a good student would.

### Points
- the first thing that a complete answer says
- the second

## Alternatives
Another way to write it, and what it costs.
"""

_PROMISES = '''\
"""Promises of {slug}: say what must hold."""

from __future__ import annotations

from tutor.checking.author import Trial, check, misconception, prediction, tested

tested("say the sizes, seeds and tolerances that are tried, and what is not tested")


@check
def value(t: Trial) -> None:
    """The result is right for numbers of any size."""
    t.agree("answer", float(t.rng.normal()), what="the result")


@misconception("answer", look="the sign")
def sign_flipped(x):
    """You return the opposite of what is asked."""
    return -x


@prediction
def first_value(t: Trial) -> float:
    """The result for 0."""
    return t.call("answer", 0.0)
'''

_SOLUTION = '''\
"""Say in one line what this question is about.

Run by hand: python {slug}.py
"""


def answer(x):
    """
    Say what it computes.

    Args:
        x: A number

    Returns:
        A number
    """
    ### BEGIN SOLUTION return the number itself
    return x
    ### END SOLUTION
'''


def new_question(folder: Path, slug: str) -> list[Path]:
    """Write the three files of a new question of the lab in `folder` and add it at the end of `lab.toml`."""
    if not _SLUG.fullmatch(slug):
        raise TutorError(
            f"“{slug}” is no question name; use small letters, digits and `_`, such as q21_momentum."
        )
    toml = folder / "lab.toml"
    text = toml.read_text(encoding="utf-8")
    files = {
        folder / f"{slug}.md": _TEXT.replace("\\\\", "\\"),
        folder / f"{slug}.py": _PROMISES.format(slug=slug),
        _checkout_solutions(folder.name) / f"{slug}.py": _SOLUTION.format(slug=slug),
    }
    for path in files:
        if path.exists():
            raise TutorError(f"{path} is there already; choose another name, or edit that file.")
    listed, count = _LAST_ENTRY.subn(rf'\g<last>,\n    "{slug}"\g<comma>\g<end>', text)
    if not count:
        raise ContentError(f"{toml}:1: no list of questions at its end; add one and try again.")
    for path, source in files.items():
        write_atomically(path, source.encode())
    write_atomically(toml, listed.encode())
    load_lab(folder)
    return [*files, toml]


def release_exercises(lab: Lab) -> list[Path]:
    """Write the stubs of a checkout's `exercises/` afresh from its solutions; returns those that changed.

    Every other file of that folder is left alone. Meant for a checkout in which nobody works on the lab.
    """
    workspace = Workspace(_checkout_solutions(lab.name).parents[1], lab.name)
    workspace.exercises.mkdir(parents=True, exist_ok=True)
    changed = []
    for question in lab.questions:
        fresh = fresh_exercise(lab.name, question.slug).encode()
        path = workspace.exercise(question.slug)
        if not path.exists() or path.read_bytes() != fresh:
            write_atomically(path, fresh)
            changed.append(path)
    return changed


def _checkout_solutions(lab: str) -> Path:
    folder = solutions_folder(lab)
    if folder.is_relative_to(places.PACKAGE):
        raise TutorError("this is an installed package; labs are written in a checkout of the repository.")
    return folder
