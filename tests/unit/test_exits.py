"""Text that others chose leaves the tutor harmless, whichever way out it takes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harmless import BROKEN, NASTY, harmless
from tutor.checking.reading import read
from tutor.checking.subject import outcome
from tutor.cli import main
from tutor.grade_table import print_learners, print_unread, question_rows
from tutor.journal import Journal
from tutor.model import Explanation, Question, Report, Result, Status
from tutor.printing import ask, say, warn
from tutor.report_json import report_json
from tutor.report_text import report_text
from tutor.session import Session
from tutor.submissions import Submission
from tutor.ui.blocks import inline_code, plain
from tutor.workspace import Workspace


def _report(path: str = "a.py") -> Report:
    result = Result("value", "It is right.", Status.FAILED, BROKEN, BROKEN)
    return Report("little", "q01_double", Status.FAILED, None, (BROKEN,), (result,), path, "0", 1, 0.1)


def _graded(text: str) -> None:
    why = Explanation("", "", ())
    question = Question("q01_double", 1, "", "", "code", "numpy", "", (), (), why, "", Path("a.md"))
    result = {"question": "q01_double", "status": "failed", "misconception": text}
    say("\n".join(question_rows([result], [question])))
    print_learners([(Submission(Path(text), question, Path("a.py")), result)])


def _typed(text: str) -> str:
    """As much of it as an argument of a command can hold."""
    return text.replace("\x00", "").replace("\ud800", "")


PRINTED: dict[str, Callable[[str], object]] = {
    "line mode": say,
    "a warning": warn,
    "check": lambda text: say(report_text(_report(text))),
    "check --json, rendered": lambda text: print(json.loads(report_json(_report(text)))["path"]),
    "the table of grade": _graded,
    "who could not be read": lambda text: print_unread({text: [text, text]}),
    "no such workspace": lambda text: main(["list", "--workspace", _typed(text)]),
    "no such folder of a class": lambda text: main(["grade", _typed(text)]),
}


@pytest.mark.parametrize("way", PRINTED)
@pytest.mark.parametrize("text", [NASTY, BROKEN], ids=["nasty", "broken"])
def test_what_is_printed(way: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard output and standard error alike."""
    PRINTED[way](text)
    said = capsys.readouterr()
    assert said.out + said.err
    assert harmless(said.out + said.err)


@pytest.mark.parametrize("way", ["a warning", "no such workspace", "no such folder of a class"])
def test_an_error_is_one_line(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path with a newline in its name adds none."""
    PRINTED[way](NASTY)
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_no_name_forges_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A heading, a question and a learner are three lines."""
    _graded(NASTY)
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before the cursor is cleaned too."""
    seen: list[str] = []
    monkeypatch.setattr("builtins.input", seen.append)
    ask(NASTY)
    assert harmless(seen[0])


def test_the_screen() -> None:
    """Text in panes, and sentences with code in them."""
    assert harmless(plain(BROKEN).plain)
    assert harmless(inline_code(f"before `{BROKEN}` after").plain)


def test_what_a_program_raises() -> None:
    """Type, message, names and warnings are clean as soon as they come in."""
    raised = {"ok": False, "phase": "call", "names": [NASTY], "warnings": [NASTY]}
    found = outcome({**raised, **dict.fromkeys(("type", "message", "function", "inside"), NASTY)}, [], "")
    assert found.raised is not None
    texts = (found.raised.type, found.raised.message, found.raised.function, found.raised.inside)
    assert all(harmless(text) for text in (*texts, *found.raised.names, *found.warnings))


def test_why_a_file_was_not_read(tmp_path: Path) -> None:
    """The name in the sentence is one line."""
    assert harmless(read(tmp_path / NASTY.replace("\x00", ""), "q01_double").problem, rows=True)


def test_the_journal_on_the_disk(workspace: Workspace, session: Session) -> None:
    """A pager shows it as it is: JSON in ASCII."""
    session.open("q01_double")
    session.explain(NASTY)
    written = next(workspace.state.glob("*.jsonl")).read_text(encoding="utf-8")
    assert harmless(written)
    assert any(event.data.get("text") == NASTY for event in Journal(workspace.state).events)
