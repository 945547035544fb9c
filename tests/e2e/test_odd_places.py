"""The real program where names are no text, nothing can be written, folders are gone, settings are broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tutor.content import load_lab
from tutor.places import labs_folder, solutions_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of bytes and mounts as on Linux")

REPOSITORY = Path(__file__).parents[2]
LAB = sorted(path.name for path in labs_folder().iterdir() if (path / "lab.toml").exists())[0]
COMMANDS = (
    "check 3",
    "check 3 --json",
    "list",
    "progress",
    "hint 3",
    "history 3",
    "reset 3 --yes",
    "review --json",
    "report --md out.md",
    "doctor",
)


def run(words: list[str | bytes], cwd: Path | str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run `tutor` with words that may be bytes; what it says must be text."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "HOME": str(home)}
    environment.pop("XDG_CONFIG_HOME", None)
    command = [sys.executable, "-m", "tutor", *words]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL
    )


def solved(folder: Path) -> Path:
    """A workspace with one exercise: question 3 is solved and nothing was ever checked."""
    question = next(each for each in load_lab(labs_folder() / LAB).questions if each.number == 3)
    exercises = folder / "exercises" / LAB
    exercises.mkdir(parents=True)
    shutil.copy(solutions_folder(LAB) / f"{question.slug}.py", exercises)
    return folder


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A workspace whose path is no UTF-8 and steers a terminal."""
    return solved(tmp_path / os.fsdecode(b"bad\xff\x1b[31m"))


def test_a_workspace_whose_name_is_no_text(odd: Path, tmp_path: Path) -> None:
    """Every command works in it and shows the name escaped."""
    for command in COMMANDS:
        done = run(command.split(), odd, tmp_path)
        assert done.returncode in (0, 1), (command, done.stderr)
        assert "Traceback" not in done.stderr
        assert "\x1b" not in done.stdout + done.stderr, command
    assert r"bad\xff/exercises" in run(["check", "3"], odd, tmp_path).stdout


@pytest.mark.parametrize("text", [b"bad\xff", b"\x1b[31mred", "\u202e\u2028".encode()])
def test_arguments_that_are_no_text(text: bytes, tmp_path: Path) -> None:
    """A sentence and status 2, the word escaped; a folder to be made is made."""
    solved(tmp_path / "work")
    for words in (
        ["check", text],
        ["hint", text],
        ["solution", text],
        ["history", text],
        ["restore", "3", text],
        ["--lab", text, "list"],
        ["--workspace", text, "list"],
        ["review", "--exam", text],
        ["grade", text],
        ["dev", "new", text],
        [text],
    ):
        done = run(list(words), tmp_path / "work", tmp_path)
        assert done.returncode == 2, (words, done.stderr)
        assert "Traceback" not in done.stderr and "\x1b" not in done.stderr and "\u202e" not in done.stderr
    done = run(["init", text], tmp_path, tmp_path)
    assert done.returncode == 0 and "\x1b" not in done.stdout
    assert (tmp_path / os.fsdecode(text) / "exercises").is_dir()


def test_the_screen_in_a_folder_whose_name_is_no_text(odd: Path, tmp_path: Path) -> None:
    """It opens, shows the escaped name on the first page, and quits as ever."""
    environment = {"PYTHONPATH": str(REPOSITORY), "HOME": str(tmp_path)}
    terminal = Terminal([sys.executable, "-m", "tutor"], (100, 30), odd, environment)
    try:
        terminal.wait(r"\xff")  # a long path is wrapped
        terminal.press("enter")
        terminal.wait(load_lab(labs_folder() / LAB).questions[0].section[:20])
        terminal.press("q")
        assert terminal.end() == 0
    finally:
        terminal.close()


def test_a_current_folder_that_was_deleted(tmp_path: Path) -> None:
    """One sentence with the way out, on every command."""
    gone = tmp_path / "gone"
    for command in ("list", "check 3", "doctor", "init", "grade x", "--plain"):
        gone.mkdir()
        shell = f'rmdir "{gone}" && exec "{sys.executable}" -m tutor {command}'
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        done = subprocess.run(shell, shell=True, cwd=gone, env=environment, capture_output=True, text=True)
        assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
        assert "deleted" in done.stderr and "`cd`" in done.stderr


def test_every_command_tells_what_is_wrong_with_the_settings(tmp_path: Path) -> None:
    """In one line on standard error: file, line, and what is used instead."""
    work = solved(tmp_path / "work")
    (work / ".tutor").mkdir()
    (work / ".tutor/settings.toml").write_text("mouse = true\ntheme = \n")
    for command in (*COMMANDS, "grade .", "init", "solution 3"):
        said = run(command.split(), work, tmp_path).stderr.splitlines()
        told = [line for line in said if "settings.toml" in line]
        assert len(told) == 1, (command, said)
        assert "settings.toml:2: " in told[0] and "the defaults hold" in told[0]


def test_a_workspace_that_may_only_be_read(tmp_path: Path) -> None:
    """Looked at and checked as ever; one line says that the verdict is not kept, and none to free space."""
    work = solved(tmp_path / "work")
    mount = f'mount --bind "{work}" "{work}" && mount -o remount,ro,bind "{work}"'
    if subprocess.run(["unshare", "-rm", "sh", "-c", mount], capture_output=True).returncode:
        pytest.skip("no mounts of one's own here")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "HOME": str(tmp_path)}
    for command, status in {"check 3": 0, "list": 0, "progress": 0, "history 3": 0, "report": 0}.items():
        script = f'{mount} && cd "{work}" && exec "{sys.executable}" -m tutor {command}'
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script], env=environment, capture_output=True, text=True
        )
        assert done.returncode == status, (command, done.stderr)
        assert "free some space" not in done.stderr
        assert done.stderr.count("not kept") == (command == "check 3")
    assert not (work / ".tutor").exists()
    assert (tmp_path / f"{LAB}-report.html").exists()
