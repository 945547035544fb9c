"""No test waits a fixed time for something to have happened: on a busy machine it has not happened yet."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
EXEMPTION = re.compile(r"# waits: \w.{8,}")
"""A fixed wait gives its reason on its own line."""
TIMED = {"sleep": 0, "pause": 0, "pump": 0, "Timer": 0, "usleep": 0}
"""Calls that wait, and which of their arguments says how long."""
NOT_OURS = ("answers", "cases", "benchmarks")
"""Answers and hostile files as people write them; benchmarks measure time."""


def fixed_waits(source: str) -> Iterator[int]:
    """The lines on which a call waits for longer than nothing."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _waits(node):
            yield node.end_lineno or node.lineno


def _waits(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in TIMED:
        return False
    return any(not (isinstance(given, ast.Constant) and given.value in (0, None)) for given in call.args[:1])


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
        ("await asyncio.sleep(0)", False),
        ("await pilot.pause()", False),
        ("x = 1  # waits: a reason that has outlived its wait", True),
    ],
)
def test_the_lint_can_fail(line: str, refused: bool) -> None:
    """It sees each way of waiting, and a reason without one."""
    assert bool(complaints(f"async def test():\n    {line}\n")) is refused
