"""What happens when everything grows: the lab, the journal, what is printed, a history of losses."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from math import exp
from pathlib import Path

from tests.benchmarks.measuring import ROOT, Row, first_lab, ms, timed
from tests.benchmarks.screen import TUTOR, Painted, answer, question_at, workspace
from tutor.checkpoint import Follower
from tutor.figures.drawing import draw
from tutor.journal import Journal
from tutor.model import Progress
from tutor.places import solutions_folder
from tutor.ui.run import Run

EVENTS = 100_000
LOSSES = 1_000_000
PRINTED = 10_000
RESPONSIVE = 0.1
"""Seconds that a key may wait before a person feels that the screen hangs."""


def rows() -> Iterator[Row]:
    """A row a thing that grows."""
    yield _lab()
    yield _journal()
    yield _output()
    yield _losses()


def _lab() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        sizes = (20, 500)
        places = {size: _grown(Path(folder, str(size)), size) for size in sizes}
        times: dict[int, list[float]] = {size: [] for size in sizes}
        for _ in range(6):
            for size, place in places.items():
                times[size].append(_frame(place))
    few, many = (statistics.median(times[size][1:]) for size in sizes)
    return Row(
        "start with a lab of 500 questions", ms(many), f"of 20: {ms(few)}, {many / few:.2f}x", "at most 1.5x",
        many <= 1.5 * few,
    )  # fmt: skip


def _grown(place: Path, size: int) -> Path:
    """A copy of the tutor whose lab has so many questions, beside a workspace of that lab."""
    lab, package = first_lab(), place / "tutor"
    shutil.copytree(ROOT / "tutor", package, ignore=shutil.ignore_patterns("__pycache__", "labs"))
    (package / "labs" / "grown").mkdir(parents=True)
    (place / "solutions" / "grown").mkdir(parents=True)
    (package / "labs" / "grown" / "opening.md").write_text(lab.opening, encoding="utf-8")
    slugs = []
    for number in range(size):
        model = lab.questions[number % len(lab.questions)]
        slugs.append(f"q{number + 1:03}_{model.slug.split('_', 1)[1]}")
        shutil.copy(model.source, package / "labs" / "grown" / f"{slugs[-1]}.md")
        source = solutions_folder(lab.name) / f"{model.slug}.py"
        shutil.copy(source, place / "solutions" / "grown" / f"{slugs[-1]}.py")
    parts = [slugs[start : start + 20] for start in range(0, size, 20)]
    tables = [
        f'[[parts]]\ntitle = "Part {k + 1}"\nquestions = {json.dumps(part)}\n' for k, part in enumerate(parts)
    ]
    (package / "labs" / "grown" / "lab.toml").write_text(
        'title = "Grown"\n' + "".join(tables), encoding="utf-8"
    )
    compileall.compile_dir(package, quiet=1)
    exercises = place / "work" / "exercises" / "grown"
    shutil.copytree(place / "solutions" / "grown", exercises)
    Journal(place / "work" / ".tutor").append("welcomed", lab="grown")
    return place


def _frame(place: Path) -> float:
    screen = Painted(TUTOR, (120, 40), place / "work", PYTHONPATH=str(place), PYTHONSAFEPATH="1")
    try:
        return screen.seen("01 ", "Save the file", "quit") - screen.started
    finally:
        screen.close()


def _journal() -> Row:
    """Opening a long journal as every start but the first does, and as the first does."""
    lab = first_lab()
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder))
        about = {"lab": lab.name, "status": "failed", "sha256": "0" * 64, "misconception": None,
                 "seconds": 0.1, "seed": 1, "results": [["value", "failed"]]}  # fmt: skip
        slugs = [question.slug for question in lab.questions]
        journal.append_all("checked", [{**about, "question": slugs[k % len(slugs)]} for k in range(EVENTS)])
        whole = _opening(folder)
        again = statistics.median(_opening(folder) for _ in range(5))
    return Row(
        f"open a journal of {EVENTS:,} events", ms(again), f"without its checkpoint: {ms(whole)}",
        "at most 150 ms", again <= 0.150,
    )  # fmt: skip


def _opening(folder: str) -> float:
    started = time.perf_counter()
    Follower(Journal(Path(folder)), first_lab().name)
    return time.perf_counter() - started


def _output() -> Row:
    """Keys that scroll through the output of a program that printed ten thousand lines."""
    question = question_at("q06")
    with tempfile.TemporaryDirectory() as folder:
        path = workspace(Path(folder), question)
        screen = Painted(TUTOR, (120, 40), Path(folder))
        try:
            screen.seen("Save the file", "quit")
            loud = f"for number in range({PRINTED}):\n    print('row', number)\n"
            path.write_text(answer(question).replace("if __name__", f"{loud}\nif __name__"), encoding="utf-8")
            screen.seen("Passed: all")
            screen.take(0.5)
            times = [_key(screen, "o", "row 1")]
            screen.take(0.3)
            times += [_key(screen, " ", "row") for _ in range(10)]
        finally:
            screen.close()
    slowest = max(times)
    return Row(
        f"{PRINTED:,} printed lines: the slowest of {len(times)} keys", ms(slowest),
        f"median {ms(statistics.median(times))}", f"at most {ms(RESPONSIVE)}",
        slowest <= RESPONSIVE,
    )  # fmt: skip


def _key(screen: Painted, key: str, word: str) -> float:
    screen.forget()
    pressed = screen.type(key)
    moment = screen.seen(word) - pressed
    screen.take(0.15)
    return moment


def _losses() -> Row:
    """The longest that the screen is busy with one message of a long training, and with one picture."""
    question, batch = question_at("q19"), 1000
    run, pauses, pictures = Run(question, Path(os.devnull)), [], []
    for start in range(0, LOSSES, batch):
        points = tuple((float(x), 2.3 * exp(-x / LOSSES)) for x in range(start, start + batch))
        message = Progress("step", start + batch, LOSSES, points)
        pauses.append(timed(lambda message=message: run.add(message)))
        if start % (100 * batch) == 0:
            pictures.append(timed(lambda: draw(run.live_curve(), 100, 30)))
    longest = max(pauses) + max(pictures)
    return Row(
        f"a history of {LOSSES:,} losses: the longest that keys wait", ms(longest),
        f"{ms(max(pauses))} to take in, {ms(max(pictures))} to draw", f"at most {ms(RESPONSIVE)}",
        longest <= RESPONSIVE,
    )  # fmt: skip
