"""A machine without a wall says so: once a workspace to a learner, before anything runs to a teacher."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.content.corpus import lab
from tutor.checking.walls import walls
from tutor.places import solutions_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")

WITHOUT = {
    "landlock": "every file that you can",
    "seccomp": "start programs",
    "landlock=2": "empty files of Python's libraries",
}
"""Which wall is taken away, and what is then said."""
FIRST = next(question for question in lab().questions if question.kind == "code")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """One learner's folder among others, with one answer written."""
    folder = tmp_path / "ada" / "exercises" / lab().name
    folder.mkdir(parents=True)
    shutil.copy(solutions_folder(lab().name) / f"{FIRST.slug}.py", folder)
    return tmp_path / "ada"


@pytest.fixture(params=WITHOUT)
def missing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A wall that is taken away by the switch."""
    monkeypatch.setenv("TUTOR_WITHOUT", request.param)
    return request.param


def tutor(*arguments: Any) -> subprocess.CompletedProcess[str]:
    """Run a command."""
    command = [sys.executable, "-m", "tutor", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_check_says_it_once_a_workspace(workspace: Path, missing: str) -> None:
    """The first check says on standard error what is open, the second does not say it again."""
    check = ("check", FIRST.slug, "--workspace", workspace)
    first, second = tutor(*check), tutor(*check)
    assert (first.returncode, second.returncode) == (0, 0)
    assert WITHOUT[missing] in first.stderr and "tutor doctor" in first.stderr
    assert second.stderr == ""


HIDES_IT = {
    "never ends": "while True:\n    pass\n",
    "ends the process": "import os\nos._exit(0)\n",
    "empties what it finds": (
        "import sys\nframe = sys._getframe()\nwhile frame:\n"
        "    frame.f_locals.get('gaps', []).clear()\n    frame = frame.f_back\n"
    ),
}


@pytest.mark.parametrize("way", HIDES_IT)
def test_a_file_cannot_keep_it_from_being_said(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """What is open was asked before the file ran, so it is said whatever the file does."""
    monkeypatch.setenv("TUTOR_WITHOUT", "landlock")
    monkeypatch.setenv("TUTOR_TIME_LIMIT", "0.5")
    (workspace / "exercises" / lab().name / f"{FIRST.slug}.py").write_text(HIDES_IT[way])
    assert WITHOUT["landlock"] in tutor("check", FIRST.slug, "--workspace", workspace).stderr


def test_a_check_says_nothing_where_all_walls_stand(workspace: Path) -> None:
    """And on a machine that has them all, nothing is said."""
    if any(wall.gap for wall in walls()):
        pytest.skip("this machine lacks a wall")
    assert tutor("check", FIRST.slug, "--workspace", workspace).stderr == ""


def test_grade_says_it_before_it_starts_and_in_every_line(workspace: Path, missing: str) -> None:
    """A teacher runs strangers' files: it is on standard error first, and in a field of each line."""
    graded = tutor("grade", workspace.parent, "--question", FIRST.slug, "--json")
    assert WITHOUT[missing] in graded.stderr.splitlines()[0]
    (line,) = map(json.loads, graded.stdout.splitlines())
    assert any(WITHOUT[missing] in gap for gap in line["unprotected"])


def test_doctor_marks_it_and_fails(workspace: Path, missing: str) -> None:
    """The line of the wall is marked, what is open stands below it, and the exit status is 1."""
    found = tutor("doctor", "--workspace", workspace)
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    marked = next(k for k, text in enumerate(lines) if f"isolation: {missing.partition('=')[0]}" in text)
    assert lines[marked].startswith("✘") and WITHOUT[missing] in lines[marked + 1]


def test_the_limits_hold_without_seccomp(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another layer hides does not keep the memory from being limited."""
    monkeypatch.setenv("TUTOR_WITHOUT", "seccomp")
    assert {wall.name: wall.state for wall in walls()}["limits"] == "on"
