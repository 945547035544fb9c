"""`tutor review`, `tutor progress`, `tutor list` and `tutor report` on the command line."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tutor import cli
from tutor.checking import client

from .conftest import World


@pytest.fixture(autouse=True)
def in_the_workspace(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command runs in the workspace of the six questions, with the fake checker."""
    monkeypatch.chdir(world.workspace.root)
    monkeypatch.setattr(client, "Checker", lambda lab, **_: world.checker)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(world.workspace.root))
    world.clock.now = time.time()


def run(*arguments: str) -> int:
    """The exit status; argparse's own exits count too."""
    try:
        return cli.main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def test_what_is_due_is_listed(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, and as a number in `tutor list`."""
    world.passes(1)
    world.misses(4, sure=True)
    assert run("list") == 0
    assert "2 to review: tutor review" in capsys.readouterr().out
    assert run("review", "--json") == 0
    found = [json.loads(line)["question"] for line in capsys.readouterr().out.splitlines()]
    assert found == ["q04_it", "q01_it"]
    assert run("review", "--json", "--limit", "1") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_without_a_terminal_it_goes_line_by_line(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers come from standard input."""
    world.misses(1)
    answers = iter(["1", "3"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert run("review", "--plain") == 0
    assert "Right. You said: 1" in capsys.readouterr().out


def test_the_exam_is_noted(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """It stays until another date or `none`; a date that is none is refused with an example."""
    assert run("review", "--json", "--exam", "2099-06-01") == 0
    assert "Exam on Monday, 1 June 2099" in capsys.readouterr().err
    assert world.review().deck.exam is not None
    assert run("review", "--json", "--exam", "none") == 0
    assert world.review().deck.exam is None
    assert run("review", "--exam", "June") == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err
    assert run("review", "--exam", "2001-01-01") == 2


@pytest.mark.parametrize("limit", ["0", "-3", "many"])
def test_a_limit_is_a_number(limit: str) -> None:
    """One card at least."""
    assert run("review", "--limit", limit) == 2


def test_progress(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits with 0, whatever there is to say."""
    world.misses(1, sure=True)
    assert run("progress") == 0
    said = capsys.readouterr().out
    assert "How sure, how right" in said
    assert "stays there" in said


def test_settings_of_the_review(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The table `[review]` is read, and a mistake in it is said."""
    world.passes(1)
    world.passes(4)
    world.workspace.state.joinpath("settings.toml").write_text("[review]\nlimit = 1\nsteps = 'soon'\n")
    assert run("review", "--json") == 0
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "`steps = 'soon'`" in captured.err


def test_a_report_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Says what to do first and writes no file."""
    assert run("report", "--html", "r.html") == 1
    assert "nothing to report yet" in capsys.readouterr().out
    assert not Path("r.html").exists()


def test_reports_are_written(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """In the forms asked for; a folder that is not there is said."""
    world.passes(1)
    world.workspace.exercise("q01_it").write_text("def f(x):\n    return x\n")
    assert run("report", "--html", "r.html", "--md", "r.md") == 0
    assert "def</span>" in Path("r.html").read_text()
    assert Path("r.md").read_text().startswith("# Six")
    assert run("report", "--md", "nowhere/r.md") == 2
    assert "cannot be written" in capsys.readouterr().err
