"""The real program from a shell: a workspace of solutions, one of fresh stubs, and their exit statuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import tutor
from tests.waiting import until
from tutor.content import lab_names, load_lab
from tutor.model import Lab
from tutor.places import labs_folder, solutions_folder

LABS = [load_lab(labs_folder() / name) for name in lab_names()]
FIELDS = "lab question status misconception remarks results path sha256 seed seconds"

every_lab = pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `tutor` in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(Path(tutor.__file__).parents[1])}
    command = [sys.executable, "-m", "tutor", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def reports(lab: Lab, workspace: Path, code: int) -> dict[str, Any]:
    """The reports of all questions by slug, after an exit with `code`."""
    done = run("check", "--lab", lab.name, "--workspace", str(workspace), "--json", cwd=workspace.parent)
    assert (done.returncode, done.stderr) == (code, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [report["question"] for report in found] == [question.slug for question in lab.questions]
    assert all(" ".join(report) == FIELDS for report in found)
    return {report["question"]: report for report in found}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace, made by the program itself."""
    assert run("init", "work", cwd=tmp_path).returncode == 0
    return tmp_path / "work"


@every_lab
def test_solutions_pass_or_owe_an_answer(lab: Lab, workspace: Path) -> None:
    """Code passes; what is to be looked at waits for the learner's words; so not all is passed."""
    shutil.copytree(solutions_folder(lab.name), workspace / "exercises" / lab.name, dirs_exist_ok=True)
    found = reports(lab, workspace, code=1)
    for question in lab.questions:
        expected = "passed" if question.kind == "code" else "unwritten"
        assert found[question.slug]["status"] == expected, found[question.slug]
    owed = [result for slug in found for result in found[slug]["results"] if result["status"] != "passed"]
    assert {result["name"] for result in owed} == {"explanation"}


@every_lab
def test_fresh_stubs_are_unwritten(lab: Lab, workspace: Path) -> None:
    """Not failed: nobody has tried yet."""
    found = reports(lab, workspace, code=1)
    assert {found[question.slug]["status"] for question in lab.questions} == {"unwritten"}


@every_lab
def test_one_passed_question_is_a_success(lab: Lab, workspace: Path) -> None:
    """Exit 0, the version is kept, and the same seed gives the same report."""
    question = next(question for question in lab.questions if question.kind == "code")
    source = solutions_folder(lab.name) / f"{question.slug}.py"
    shutil.copy(source, workspace / "exercises" / lab.name)
    first = run("check", question.slug, "--json", cwd=workspace)
    assert first.returncode == 0
    report = json.loads(first.stdout)
    assert (workspace / ".tutor" / "versions" / report["sha256"]).read_bytes() == source.read_bytes()
    again = json.loads(
        run("check", question.slug, "--json", "--seed", str(report["seed"]), cwd=workspace).stdout
    )
    assert again | {"seconds": 0} == report | {"seconds": 0}


def test_no_terminal_no_screen(workspace: Path) -> None:
    """The refusal points to what works."""
    done = run(cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert "run `tutor check`" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_check_takes_no_library_from_the_current_folder(workspace: Path) -> None:
    """A learner's own `numpy.py` is not taken for NumPy, though the station is forked right there."""
    taken = workspace / "taken"
    (workspace / "numpy.py").write_text(f"open({str(taken)!r}, 'w')\n")
    question = next(question for question in LABS[0].questions if question.kind == "code")
    source = solutions_folder(LABS[0].name) / f"{question.slug}.py"
    shutil.copy(source, workspace / "exercises" / LABS[0].name)
    done = run("check", question.slug, cwd=workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not taken.exists()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(closed: str, workspace: Path) -> None:
    """Started with nobody to read from or to speak to, it does its work and says nothing to no one."""
    question = next(question for question in LABS[0].questions if question.kind == "code")
    source = solutions_folder(LABS[0].name) / f"{question.slug}.py"
    shutil.copy(source, workspace / "exercises" / LABS[0].name)
    environment = {**os.environ, "PYTHONPATH": str(Path(tutor.__file__).parents[1])}
    shell = f"{sys.executable} -m tutor check {question.slug} {closed}"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=workspace, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert ("passed" in done.stdout) == (">&-" not in closed.replace("2>&-", ""))


@pytest.mark.parametrize("arguments", [("check", "no-such-question"), ("check", "--no-such-option")])
def test_a_check_that_is_refused_leaves_no_process(arguments: tuple[str, ...], workspace: Path) -> None:
    """The station that began to load in advance ends as soon as nobody can ask it anything."""
    mark = f"TUTOR_TEST_MARK={workspace}"
    environment = {**os.environ, "PYTHONPATH": str(Path(tutor.__file__).parents[1])}
    command = ["env", mark, sys.executable, "-m", "tutor", *arguments]
    done = subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert until(lambda: not marked(mark))


def marked(mark: str) -> list[Path]:
    """Processes that were started with a word in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark.encode() in (process / "environ").read_bytes():
                found.append(process)
    return found
