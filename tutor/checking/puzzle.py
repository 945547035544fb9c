"""A misconception the learner once had, as a riddle: which mistake does a check see here."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

import numpy as np

from tutor.checking.author import Check, Misconception
from tutor.checking.compare import Failure
from tutor.checking.inline import Inline
from tutor.checking.judge import Judge
from tutor.checking.material import Material
from tutor.checking.promises import Promises
from tutor.model import Fresh, Option

OTHERS = 3
"""Wrong options of a riddle."""
TRIED = 6
"""Misconceptions that are run in search of them."""
PATIENCE = 0.5
"""Seconds that a run may take to be repeated for the wrong options; a training takes longer."""


def about(material: Material, promises: Promises, slug: str, seed: int) -> Fresh | None:
    """A riddle whose answer is the misconception `slug`; a plain question where a riddle would give it away.

    What the riddle tells is what a check sees of the wrong implementation on values drawn from `seed`.
    """
    item = next((each for each in promises.misconceptions if each.slug == slug), None)
    if item is None:
        return None
    judge = Judge(material, promises, seed)
    started = time.monotonic()
    check, seen = _seen(judge, item, promises.checks)
    quick = time.monotonic() - started < PATIENCE
    found = _others(judge, item, check, seen, tried=TRIED if quick else 0)
    others = list(itertools.islice(found, OTHERS)) if check and seen else []
    if check is None or not others:
        return _plain_question(item)
    options = tuple(Option(each.slug, each.sentence) for each in (item, *others))
    ask = f"A check of `{item.target}` promises: “{check.claim}” This is what it sees of a wrong answer:\n\n"
    return Fresh(
        f"{ask}> {seen}\n\nWhich mistake is behind it?", "choice", slug, options, because=_look(item)
    )


def _plain_question(item: Misconception) -> Fresh:
    ask = (
        f"In `{item.target}` you once met this: “{item.sentence}” How would you notice it from the "
        "results, and what is the cure?"
    )
    return Fresh(ask, "recall", _look(item))


def _look(item: Misconception) -> str:
    return f"What to look at: {item.look}{'' if item.look.endswith(('.', '?')) else '.'}"


def _others(
    judge: Judge, item: Misconception, check: Check | None, seen: str, *, tried: int
) -> Iterator[Misconception]:
    """Other mistakes in the same function; of those that are tried, the ones that look different."""
    rest = [m for m in judge.promises.misconceptions if m is not item and m.target == item.target]
    order = np.random.default_rng([judge.seed, 2]).permutation(len(rest))
    for k in order[:tried] if tried else order:
        told = _seen(judge, rest[k], (check,)) if check and tried else (None, "")
        if told[0] is None or _gist(told[1]) != _gist(seen):
            yield rest[k]


def _seen(judge: Judge, item: Misconception, checks: tuple[Check, ...]) -> tuple[Check | None, str]:
    """The first of the checks that the wrong implementation fails, and what it sees; empty if it names it."""
    subject = Inline(
        judge.material, judge.material.solution, judge.seed, replacement=(item.target, item.implementation)
    )
    for check in checks:
        trial = judge.trial(check.name, subject, judge.material.solution)
        try:
            check.run(trial)
        except Failure as failure:
            told = failure.seen.strip()
            return check, "" if item.sentence in told else told
        except Exception:
            continue
    return None, ""


def _gist(text: str) -> str:
    """A sentence without its digits: two mistakes that differ in nothing else look the same to a reader."""
    return "".join(character for character in text if not character.isdigit())
