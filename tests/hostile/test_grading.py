"""A nasty hand-in costs its learner a sentence, and the others nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.harmless import harmless
from tests.hostile.generated import RIGHT
from tests.hostile.hand_ins import CLASS, EXERCISES, HandIn, make_class
from tutor.places import solutions_folder
from tutor.workspace import fresh_exercise

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="links, pipes and devices as on Linux")

Done = subprocess.CompletedProcess[str]


def grade(folder: Path, *options: str) -> Done:
    """Run the command as a teacher does."""
    command = [sys.executable, "-m", "tutor", "grade", folder.name, "--jobs", "1", *options]
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=folder.parent, env=environment, capture_output=True, encoding="utf-8", timeout=600
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The class on the disk."""
    folder = tmp_path_factory.mktemp("class")
    make_class(folder, tmp_path_factory.mktemp("outside"))
    yield folder
    for learner in folder.iterdir():
        if learner.is_dir() and not learner.is_symlink():
            learner.chmod(0o700)


@pytest.fixture(scope="module")
def as_json(folder: Path) -> Done:
    """The class graded for a program."""
    return grade(folder, "--question", "3", "--json")


@pytest.fixture(scope="module")
def lines(as_json: Done) -> dict[str, Any]:
    """The results by the learner's name."""
    return {line["learner"]: line for line in map(json.loads, as_json.stdout.splitlines())}


def test_everybody_has_a_line(as_json: Done, lines: dict[str, Any]) -> None:
    """No learner is left out, nothing is blamed on the folder of the class, no traceback is seen."""
    assert as_json.returncode == 1
    assert len(lines) == len(CLASS) == len(as_json.stdout.splitlines())
    assert "Traceback" not in as_json.stderr
    assert harmless(as_json.stderr)


@pytest.mark.parametrize("hand_in", CLASS, ids=lambda each: ascii(each.name))
def test_each_gets_its_own(lines: dict[str, Any], hand_in: HandIn) -> None:
    """The verdict on what they wrote, or the reason why it could not be read."""
    line = lines[hand_in.shown or hand_in.name.decode()]
    assert line["status"] == hand_in.status
    assert hand_in.says in line["results"][0]["rationale"]
    assert all(harmless(str(value), rows=True) for value in (line["path"], line["learner"]))


def test_the_table_has_a_row_for_each(folder: Path, as_json: Done) -> None:
    """Names with line ends and escape sequences forge no row, and a sentence tells who could not be read."""
    done = grade(folder, "--question", "3")
    assert done.returncode == as_json.returncode
    assert len(done.stdout.splitlines()) == 2 + len(CLASS)
    assert harmless(done.stdout + done.stderr)
    assert any(row.startswith("giant: ") and "MB long" in row for row in done.stderr.splitlines())


def test_links_to_earlier_answers_are_not_followed(tmp_path: Path) -> None:
    """What others wrote is not what a look question runs."""
    exercises = tmp_path / "class" / "eve" / EXERCISES
    exercises.mkdir(parents=True)
    for path in solutions_folder("optimization").glob("q0*.py"):
        (exercises / path.name).symlink_to(path)
    look = exercises / "q09_loss_curve.py"
    look.unlink()
    look.write_text(fresh_exercise("optimization", look.stem).replace("1000", "900"))
    done = grade(tmp_path / "class", "--question", "9", "--json")
    assert json.loads(done.stdout)["status"] != "passed"


@pytest.mark.parametrize("slug", ["q09_loss_curve", "q14_autograd"])
def test_what_nobody_touched_has_not_passed(tmp_path: Path, slug: str) -> None:
    """A look or run question that is still as it was handed out is unwritten, whatever its comments are."""
    exercises = tmp_path / "class" / "ann" / EXERCISES
    exercises.mkdir(parents=True)
    for path in solutions_folder("optimization").glob("q0*.py"):
        (exercises / path.name).write_bytes(path.read_bytes())
    (exercises / f"{slug}.py").write_text(fresh_exercise("optimization", slug) + "\n# mine\n")
    done = grade(tmp_path / "class", "--question", slug, "--json")
    line = json.loads(done.stdout)
    assert (done.returncode, line["status"]) == (1, "unwritten")
    assert "as it was handed out" in line["results"][0]["rationale"]


def test_a_folder_that_cannot_be_written_is_said_first(tmp_path: Path) -> None:
    """One sentence with what to do, and no work done in vain."""
    exercises = tmp_path / "class" / "ann" / EXERCISES
    exercises.mkdir(parents=True)
    (exercises / "q03_sigmoid.py").write_text(RIGHT)
    (tmp_path / "class" / ".tutor-grades.jsonl").mkdir()
    done = grade(tmp_path / "class", "--question", "3", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tutor: class/.tutor-grades.jsonl cannot be written")
    assert len(done.stderr.splitlines()) == 1
