"""From the save of a file to its verdict on the screen, against what else checks a Python file."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import Row, first_lab, median, ms, peer, timed
from tests.benchmarks.screen import TUTOR, Painted, answer, question_at, workspace
from tutor.places import solutions_folder

SAVES = 24
PASSED, FAILED = "Passed: all", "Not yet:"


@dataclass(frozen=True)
class Case:
    """One question, a mistake in it, and the same promises as an ordinary test."""

    name: str
    slug: str
    right: str
    wrong: str
    """What `right`, a part of the solution, becomes in the wrong version."""
    test: str
    """The body of a test function: the learner's function is imported as a module named `m`."""
    bar: float
    over_pytest: float
    over_otter: float


CASES = (
    Case(
        "a NumPy question",
        "q06",
        "/ len(y)",
        "",
        """
    import numpy as np
    rng = np.random.default_rng()
    for n, d in ((7, 3), (12, 5), (40, 9)):
        X, y, w = rng.normal(size=(n, d)), rng.integers(0, 2, n), rng.normal(size=d)
        want = X.T @ (1 / (1 + np.exp(-X @ w)) - y) / n
        got = m.compute_gradient(X, y, w)
        assert got.shape == want.shape
        np.testing.assert_allclose(got, want, rtol=1e-7)
""",
        0.100,
        4.0,
        25.0,
    ),
    Case(
        "a small torch question",
        "q15",
        "return x.grad.item(), y.grad.item()",
        "return x.grad.item(), -y.grad.item()",
        """
    import random
    for _ in range(3):
        x, y = random.uniform(-3, 3), random.uniform(-3, 3)
        got = [float(value) for value in m.partial_derivatives(x, y)]
        assert all(abs(value - 2 * (x + y)) < 1e-4 for value in got)
""",
        0.120,
        10.0,
        30.0,
    ),
)


def rows() -> Iterator[Row]:
    """Two rows a question: the bar itself, and the ratios."""
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            times = saves(case, Path(folder, "work"))
            ours = statistics.median(times)
            yield Row(
                f"save to verdict on screen, {case.name}, median of {len(times)}", ms(ours),
                f"95th of 100: {ms(sorted(times)[int(0.95 * len(times))])}", f"at most {ms(case.bar)}",
                ours <= case.bar,
            )  # fmt: skip
            place = Path(folder, "plain")
            slug = equivalent(case, place)
            yield _against("pytest", _pytest(place), ours, case.over_pytest)
            if otter := peer("otter", "otter"):
                command = [otter, "check", f"{slug}.py", "-q", "promise", "-t", "tests"]
                yield _against(
                    "otter-grader", _timed(command, place, "All tests passed", 2), ours, case.over_otter
                )
            bare = _timed([sys.executable, f"{slug}.py"], place, "", 3)
            yield _against("a bare `python file.py`", bare, ours, None)


def saves(case: Case, folder: Path, times: int = SAVES) -> list[float]:
    """Seconds from the save to the changed verdict, of right and wrong versions in turn."""
    question = question_at(case.slug)
    path = workspace(folder, question)
    right = answer(question)
    wrong = right.replace(case.right, case.wrong)
    assert right != wrong
    screen = Painted(TUTOR, (80, 24), folder)
    try:
        screen.seen("quit")
        screen.take(0.3)
        return [_save(screen, path, (right, PASSED) if k % 2 else (wrong, FAILED)) for k in range(times + 4)][
            4:
        ]
    finally:
        screen.close()


def _save(screen: Painted, path: Path, version: tuple[str, str]) -> float:
    text, verdict = version
    screen.take(0.4 + random.random() * 0.05)  # so that no save keeps step with the looks
    screen.forget()
    saved = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    return screen.seen(verdict) - saved


def equivalent(case: Case, folder: Path) -> str:
    """The right answer with the same promises as a pytest file and as an otter test; returns its name."""
    (folder / "tests").mkdir(parents=True)
    question = question_at(case.slug)
    for source in solutions_folder(first_lab().name).glob("*.py"):
        (folder / source.name).write_bytes(source.read_bytes())
    test = f"import {question.slug} as m\n\n\ndef test_promise():{case.test}"
    (folder / "test_promise.py").write_text(test, encoding="utf-8")
    # The peer's own environment lacks the heavy libraries: it borrows ours, after its own.
    borrow = f"import sys\nsys.path.append({os.fspath(_site_packages())!r})\n"
    path = folder / f"{question.slug}.py"
    path.write_text(borrow + path.read_text(encoding="utf-8"), encoding="utf-8")
    lines = [f">>> def promise():\n...     import {question.slug} as m"]
    lines += [f"... {line}" for line in case.test.strip("\n").splitlines()]
    code = "\n".join([*lines, "...", ">>> promise()"])
    suite = {"cases": [{"code": code, "hidden": False, "locked": False}], "scored": True, "setup": "",
             "teardown": "", "type": "doctest"}  # fmt: skip
    text = f'OK_FORMAT = True\ntest = {{"name": "promise", "points": 1, "suites": [{suite!r}]}}\n'
    (folder / "tests" / "promise.py").write_text(text, encoding="utf-8")
    return question.slug


def _site_packages() -> Path:
    import numpy

    return Path(numpy.__file__).parents[1]


def _pytest(folder: Path) -> float:
    command = [sys.executable, "-m", "pytest", "-q", "test_promise.py"]
    return _timed(command, folder, "1 passed", 3, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")


def _timed(command: list[str], folder: Path, wanted: str, times: int, **environment: str) -> float:
    def once() -> None:
        surroundings = {**os.environ, **environment}
        done = subprocess.run(
            command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
        )
        assert wanted in done.stdout + done.stderr and not done.returncode, done.stdout + done.stderr

    return median(lambda: timed(once), times)


def _against(name: str, theirs: float, ours: float, bar: float | None) -> Row:
    ratio = theirs / ours
    return Row(
        f"the same from {name}, before it notices a save", ms(theirs), f"{ratio:.1f}x ours",
        f"at least {bar:.0f}x" if bar else "-", ratio >= bar if bar else None,
    )  # fmt: skip
