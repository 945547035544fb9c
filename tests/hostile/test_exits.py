"""Whatever a learner's file prints, raises or is called, each command shows it harmlessly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harmless import BROKEN, NASTY, harmless
from tests.hostile.hand_ins import EXERCISES
from tutor.places import solutions_folder

Done = subprocess.CompletedProcess[str]

HEAD = f"""\
import sys
import warnings

NASTY, BROKEN = {NASTY!a}, {BROKEN!a}
NAME = NASTY.replace(chr(0), "")
"""
FILES = {
    "raises": "def sigmoid(z):\n    raise ValueError(NASTY)\n",
    "raises what it named": "def sigmoid(z):\n    raise type(NAME, (Exception,), {})(NASTY)\n",
    "raises what no encoding carries": "def sigmoid(z):\n    raise ValueError(BROKEN)\n",
    "raises at once": "raise SystemError(NASTY)\n",
    "prints": "print(NASTY)\n\n\ndef sigmoid(z):\n    print(NASTY)\n    return z\n",
    "prints what no encoding carries": (
        "sys.stdout.reconfigure(errors='surrogatepass')\n"
        "print(BROKEN)\n\n\ndef sigmoid(z):\n    print(BROKEN)\n    return z\n"
    ),
    "warns": "def sigmoid(z):\n    warnings.warn(NASTY)\n    return z\n",
    "returns it": "def sigmoid(z):\n    return NASTY\n",
    "returns it in a list": "def sigmoid(z):\n    return [NASTY, {NASTY: BROKEN}]\n",
    "is of a type called so": "def sigmoid(z):\n    return type(NAME, (), {})()\n",
    "names it": "globals()[NASTY] = lambda z: z\nglobals()[BROKEN] = print\n",
    "is no Python": "def sigmoid(z):\n    return \u202ez \u200b+ 1\n",
}
FOLDER = NASTY.replace("\x00", "")


def tutor(workspace: Path, *arguments: str, typed: str = "") -> Done:
    """Run a command in a workspace."""
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "tutor", *arguments],
        cwd=workspace,
        env=environment,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def workspace_in(folder: Path, source: str) -> Path:
    """A workspace with that answer to the third question."""
    (folder / EXERCISES).mkdir(parents=True)
    (folder / EXERCISES / "q03_sigmoid.py").write_text(HEAD + source, encoding="utf-8")
    return folder


def texts(value: object) -> list[str]:
    """All texts in a JSON value."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_does(tmp_path: Path, name: str) -> None:
    """A check for people and for programs; no traceback of ours, no fault of ours."""
    workspace = workspace_in(tmp_path, FILES[name])
    for_people = tutor(workspace, "check", "3")
    for_programs = tutor(workspace, "check", "3", "--json")
    assert (for_people.returncode, for_programs.returncode) == (1, 1), for_people.stdout + for_people.stderr
    said = for_people.stdout + for_people.stderr + for_programs.stderr
    assert harmless(said)
    assert "Traceback" not in said
    assert all(harmless(text) for text in texts(json.loads(for_programs.stdout)))


COMMANDS = {
    "line by line": (("--plain",), "g 3\n\n\n\n\nq\n"),
    "list": (("list",), ""),
    "history": (("history", "3"), ""),
    "progress": (("progress",), ""),
    "review": (("review", "--plain"), "\n"),
    "reset": (("reset", "3", "--yes"), ""),
    "as Markdown": (("report", "--md", "report.md"), ""),
    "as a page": (("report", "--html", "report.html"), ""),
    "as a notebook": (("report", "--ipynb", "report.ipynb"), ""),
    "doctor": (("doctor",), ""),
    "init": (("init", "."), ""),
    "no such question": (("check", FOLDER), ""),
    "no such workspace": (("list", "--workspace", FOLDER), ""),
    "no such folder of a class": (("grade", FOLDER), ""),
    "no such version": (("restore", "3", FOLDER), ""),
    "no such lab": (("list", "--lab", FOLDER), ""),
    "no such option": (("list", f"--{FOLDER}"), ""),
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in a folder with such a name, checked once."""
    workspace = workspace_in(tmp_path_factory.mktemp("odd") / FOLDER, FILES["raises"])
    assert tutor(workspace, "check", "3").returncode == 1
    return workspace


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command(odd: Path, name: str) -> None:
    """In a folder whose name is nasty, with arguments that are."""
    arguments, typed = COMMANDS[name]
    done = tutor(odd, *arguments, typed=typed)
    assert done.stdout + done.stderr
    assert harmless(done.stdout + done.stderr)
    assert "Traceback" not in done.stderr
    if arguments[0] == "report" and done.returncode == 0:
        assert harmless((odd / arguments[2]).read_text(encoding="utf-8"))


def test_the_folder_forges_no_row(odd: Path) -> None:
    """Nor does its name begin a line of its own."""
    for arguments in (("check", "3"), ("doctor",), ("init", "."), ("list", "--workspace", FOLDER)):
        done = tutor(odd, *arguments)
        assert not [row for row in (done.stdout + done.stderr).splitlines() if row.startswith("forged")]


def test_the_report_on_the_disk(odd: Path) -> None:
    """What editors show beside the file."""
    reports = list((odd / ".tutor" / "reports").iterdir())  # of others too, if the lab was walked before
    assert "q03_sigmoid.txt" in [report.name for report in reports]
    assert all(harmless(report.read_text(encoding="utf-8")) for report in reports)


@pytest.mark.skipif(not solutions_folder("optimization").exists(), reason="needs the reference answers")
def test_nothing_is_lost_to_it(tmp_path: Path) -> None:
    """A right answer in a folder with such a name passes."""
    source = (solutions_folder("optimization") / "q03_sigmoid.py").read_text(encoding="utf-8")
    assert tutor(workspace_in(tmp_path / FOLDER, source), "check", "3").returncode == 0
