"""The real program in a pseudo-terminal at 80x24, from an empty folder to the last question."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.corpus import lab
from tests.terminal import Terminal
from tutor.model import Question
from tutor.places import solutions_folder

SIZE = (80, 24)
PREDICT, EXPLAIN = "Before the first check", "your words about it are still missing"
WRITING, TICKING, SUMMED_UP = "Ctrl+S", "Space tick", "How it went"
BRAILLE = range(0x2801, 0x2900)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace, made by the program itself."""
    made = subprocess.run(
        [sys.executable, "-m", "tutor", "init", str(tmp_path)], capture_output=True, check=False
    )
    assert made.returncode == 0
    return tmp_path


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals a test opens; closed at its end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def start(workspace: Path, terminals: list[Terminal]) -> Terminal:
    """Start the program in the workspace."""
    terminals.append(Terminal([sys.executable, "-m", "tutor"], SIZE, workspace))
    return terminals[-1]


def done(question: Question) -> str:
    """What the top line shows once `question` is done."""
    return f"{question.number}/{len(lab().questions)}"


def answer(terminal: Terminal, workspace: Path, question: Question) -> None:
    """Write the answer (or run what is given), skip the predictions, explain where that is asked for."""
    if question.kind == "code":
        source = solutions_folder(lab().name) / f"{question.slug}.py"
        shutil.copy(source, workspace / "exercises" / lab().name / source.name)
    else:
        terminal.press("r")
    goal = done(question) if question.kind == "code" else EXPLAIN
    terminal.wait(lambda text: PREDICT in text or goal in text)
    if PREDICT in terminal.text:
        terminal.press("esc")
        terminal.wait(goal)
    if question.kind != "code":
        terminal.press("w")
        terminal.wait(WRITING)
        terminal.press(*"Because it is so.")
        terminal.wait("Because it is so.")
        terminal.press("ctrl+s")
        terminal.wait(done(question))
        terminal.wait(TICKING)
        terminal.press("esc")
        terminal.wait(lambda text: TICKING not in text)


def test_the_whole_lab_is_walked_and_resumed(workspace: Path, terminals: list[Terminal]) -> None:
    """Each answer written is seen to pass; curves are drawn; a second start resumes."""
    questions = lab().questions
    terminal = start(workspace, terminals)
    terminal.wait("Welcome")
    terminal.press("enter")
    half = len(questions) // 2
    for question in questions[:half]:
        terminal.wait(question.section[:20])
        answer(terminal, workspace, question)
        if question.kind == "look":
            terminal.press("f")
            terminal.wait(lambda text: any(ord(character) in BRAILLE for character in text))
        terminal.press("n")
    terminal.wait(questions[half].section[:20])
    terminal.press("q")
    assert terminal.end() == 0

    terminal = start(workspace, terminals)
    terminal.wait(done(questions[half - 1]))
    terminal.wait(questions[half].section[:20])
    assert "Welcome" not in terminal.text
    for question in questions[half:]:
        terminal.wait(question.section[:20])
        answer(terminal, workspace, question)
        terminal.press("n")
    terminal.wait(lambda text: SUMMED_UP in text and f"{len(questions)} of {len(questions)}" in text)
    terminal.press("esc")
    terminal.wait(lambda text: SUMMED_UP not in text)
    terminal.press("q")
    assert terminal.end() == 0


def test_a_wrong_answer_is_told_its_mistake_then_mended(workspace: Path, terminals: list[Terminal]) -> None:
    """A save with a mistake shows its name and where to look; the next save turns green by itself."""
    question = lab().questions[0]
    terminal = start(workspace, terminals)
    terminal.wait("Welcome")
    terminal.press("enter")
    path = workspace / "exercises" / lab().name / f"{question.slug}.py"
    right = (solutions_folder(lab().name) / path.name).read_text(encoding="utf-8")
    path.write_text(right.replace("return X", "return 1 / 0, X"), encoding="utf-8")
    terminal.wait(PREDICT)
    terminal.press("esc")
    terminal.wait("ZeroDivisionError")
    path.write_text(right, encoding="utf-8")
    terminal.wait(done(question))
    terminal.press("q")
    assert terminal.end() == 0


def test_a_closed_terminal_stops_everything(workspace: Path, terminals: list[Terminal]) -> None:
    """SIGTERM ends the program and gives the terminal back as it was."""
    terminal = start(workspace, terminals)
    terminal.wait("Welcome")
    terminal.child.kill(15)
    assert terminal.end() == 143
