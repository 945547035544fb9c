"""No test waits a fixed time for something to have happened: on a busy machine it has not happened yet."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SHORTEST, WHOLE = 60, 900
"""Seconds that an event and that a test is given at least: with less a busy machine misses it."""
LIMITED = {"wait_for": 1, "wait": 0, "join": 0, "until": 1, "until_async": 1, "alarm": 0, "timeout": 0}
"""Calls that wait for an event, and from which argument on a number is the limit."""
LIMITS = {"timeout", "seconds", "limit"}
"""The limit by name; `timeout` is one in every call."""
EXEMPTION = re.compile(r"# waits: \w.{8,}")
"""A fixed wait gives its reason on its own line."""
TIMED = {"sleep": 0, "pause": 0, "pump": 0, "Timer": 0, "usleep": 0}
"""Calls that wait, and which of their arguments says how long."""
NOT_OURS = ("answers", "cases", "tricks", "benchmarks")
"""Answers and hostile files as people write them; benchmarks measure time."""


def fixed_waits(source: str) -> Iterator[int]:
    """The lines on which a call waits for longer than nothing, or for an event less than long."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (_waits(node) or _hurries(node)):
            yield node.end_lineno or node.lineno


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _waits(call: ast.Call) -> bool:
    given = [*call.args[:1], *(word.value for word in call.keywords)] if _name(call) in TIMED else []
    return any(not (isinstance(one, ast.Constant) and one.value in (0, None)) for one in given)


def _hurries(call: ast.Call) -> bool:
    place = LIMITED.get(_name(call), len(call.args))
    names = LIMITS if _name(call) in LIMITED else {"timeout"}
    limits = [*call.args[place:], *(word.value for word in call.keywords if word.arg in names)]
    numbers = [one.value for one in limits if isinstance(one, ast.Constant)]
    shortest = WHOLE if _name(call) == "timeout" else SHORTEST
    return any(isinstance(number, int | float) and number < shortest for number in numbers)


def complaints(source: str) -> list[int]:
    """Lines with a wait and no reason, or with a reason and no wait."""
    lines = source.splitlines()
    waits = set(fixed_waits(source))
    exempt = {k for k, line in enumerate(lines, 1) if EXEMPTION.search(line)}
    return sorted(waits ^ exempt)


FILES = sorted(path for path in TESTS.rglob("*.py") if not set(path.relative_to(TESTS).parts) & set(NOT_OURS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_no_fixed_waits(path: Path) -> None:
    """Each wait is for an event; what must wait a time says why, and no reason outlives its wait."""
    if path != Path(__file__):
        assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("time.sleep(0.1)", True),
        ("await asyncio.sleep(n)", True),
        ("await pilot.pause(0.3)", True),
        ("terminal.pump(0.5)", True),
        ("time.sleep(0.1)  # waits: the clock is what is tested", False),
        ("time.sleep(0.1)  # waits:", True),
        ("sleep(secs=1)", True),
        ("await asyncio.wait_for(event, 5)", True),
        ("process.wait(timeout=30)", True),
        ("terminal.wait('Welcome', 3)", True),
        ("terminal.wait('Welcome', seconds=3)", True),
        ("Report(seconds=3)", False),
        ("pytest.mark.timeout(600)", True),
        ("subprocess.run(command, timeout=600)", False),
        ("await asyncio.wait_for(event, 90)", False),
        ("process.wait()", False),
        ("' '.join(words)", False),
        ("await asyncio.sleep(0)", False),
        ("await pilot.pause()", False),
        ("x = 1  # waits: a reason that has outlived its wait", True),
    ],
)
def test_the_lint_can_fail(line: str, refused: bool) -> None:
    """It sees each way of waiting, and a reason without one."""
    assert bool(complaints(f"async def test():\n    {line}\n")) is refused
