"""The command line keeps its contract: what it prints, what it returns, and that it never writes unasked."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tutor import check_command, cli
from tutor.checking import client, starting
from tutor.errors import CheckerError
from tutor.model import Actual, Output, Status
from tutor.workspace import Workspace, fresh_exercise


@pytest.fixture(autouse=True)
def in_the_workspace(workspace: Workspace, checker: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command runs in the little lab's workspace, with the fake checker."""
    monkeypatch.chdir(workspace.root)
    monkeypatch.setattr(client, "Checker", lambda lab, **_: checker)
    monkeypatch.setattr(check_command, "Checker", lambda lab, **_: checker)
    monkeypatch.setattr(starting, "begin", lambda: None)


def run(*arguments: str) -> int:
    """The exit status of a command; argparse's own exits count too."""
    try:
        return cli.main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


@pytest.mark.parametrize(
    ("status", "code"),
    [("passed", 0), ("failed", 1), ("timed_out", 1), ("unwritten", 1), ("error", 2)],
)
def test_check_returns_what_happened(
    checker: Any, capsys: pytest.CaptureFixture[str], status: str, code: int
) -> None:
    """0 all passed, 1 something failed or is unwritten, 2 our own error."""
    checker.status = Status(status)
    assert run("check", "double") == code
    assert "q01_double" in capsys.readouterr().out


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """For all questions when none is named; a question to look at owes its answer."""
    assert run("check", "--json", "--seed", "9") == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(r["question"], r["status"], r["seed"]) for r in records] == [
        ("q01_double", "passed", 9),
        ("q02_look", "unwritten", 9),
    ]


def test_a_dead_checker_is_our_error(
    checker: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other questions are checked all the same, and standard output stays clean."""
    check = checker.check

    async def die_once(question: Any, *arguments: Any, **options: Any) -> Any:
        if question.number == 1:
            raise CheckerError("The checker stopped.")
        async for message in check(question, *arguments, **options):
            yield message

    monkeypatch.setattr(checker, "check", die_once)
    assert run("check", "--json") == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["question"] for line in out.splitlines()] == ["q02_look"]
    assert "q01_double: The checker stopped." in err


def test_a_report_for_people(checker: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """One question: its report, the predictions that came true or not, what the program printed."""
    assert run("check", "1") == 0
    checker.actuals = [Output("hello"), Actual("of_three", 6.0, yours=True)]
    from tutor.commands import open_session

    options = cli._parser().parse_args(["list"])
    session = open_session(options)
    session.open("q01_double")
    session.predict("of_three", "5", "sure")
    assert run("check", "1") == 0
    out = capsys.readouterr().out
    assert "You predicted 5 (sure); it is 6: a surprise." in out
    assert "Your program printed:\nhello" in out


def test_many_reports_are_short(capsys: pytest.CaptureFixture[str]) -> None:
    """Only what failed is explained; the last line counts."""
    assert run("check") == 1
    out = capsys.readouterr().out.splitlines()
    assert out == ["✔ q01_double: passed", "… q02_look: not written yet", "1 passed, 1 not written yet."]


def test_text_survives_a_narrow_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the output has no ✔ it is ASCII, and nothing stumbles."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert run("check", "1") == 0
    stream.seek(0)
    assert stream.read().startswith("ok q01_double: passed")


def test_list_shows_where_we_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Parts, questions, their state and the place to go on."""
    run("check", "1")
    capsys.readouterr()
    assert run("list") == 0
    out = capsys.readouterr().out
    assert "✔ q01_double" in out and "q02_look" in out.split("<- you are here")[0].splitlines()[-1]
    assert "1 of 2 passed." in out


def test_hints_come_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    """And those already given can be read again."""
    assert run("hint", "1", "--seen") == 0
    assert "No hint of q01_double was given yet" in capsys.readouterr().out
    run("hint", "1")
    run("hint", "1")
    assert "Hint 2 of 2:" in capsys.readouterr().out
    run("hint", "1", "--seen")
    assert "Hint 1 of 2:" in capsys.readouterr().out


def test_the_solution_is_refused_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Giving up is said, not assumed."""
    assert run("solution", "1") == 2
    assert "--give-up" in capsys.readouterr().err
    assert run("solution", "1", "--give-up") == 0
    assert "return 2 * x" in capsys.readouterr().out
    assert run("solution", "1") == 0


def test_reset_asks(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal it is refused; a no changes nothing; a yes keeps what was there."""
    path = workspace.exercise("q01_double")
    path.write_text("mine")
    assert run("reset", "1") == 2
    assert "add --yes" in capsys.readouterr().err
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert run("reset", "1") == 1
    assert path.read_text() == "mine"
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert run("reset", "1") == 0
    assert path.read_text() == fresh_exercise("little", "q01_double")
    back = capsys.readouterr().out.rsplit("tutor ", 1)[1].split()
    assert run(*back, "--yes") == 0
    assert path.read_text() == "mine"


def test_history_lists_versions(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    """Newest first, with the command that brings one back."""
    assert run("history", "1") == 0
    assert "every check keeps one" in capsys.readouterr().out
    run("check", "1")
    capsys.readouterr()
    assert run("history", "1") == 0
    out = capsys.readouterr().out
    assert "✔ passed" in out and "tutor restore q01_double VERSION" in out
    assert run("restore", "1", "zzz", "--yes") == 2


def test_init_makes_a_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder of its own, or adding what is missing to one that is there."""
    assert run("init", str(tmp_path / "new")) == 0
    assert (tmp_path / "new" / "exercises" / "little" / "q01_double.py").is_file()
    assert f"cd {tmp_path / 'new'} && tutor" in capsys.readouterr().out
    assert run("check", "1", "--workspace", str(tmp_path / "new")) == 0
    assert run("--workspace", str(tmp_path / "new"), "check", "1") == 0


def test_the_screen_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused with a pointer to what works without one."""
    assert run() == 2
    assert "run `tutor check`" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nothing"),
        ("--lab", "other", "list"),
        ("check", "--seed", "x"),
        ("dance",),
        ("list", "--wrkspace"),
    ],
)
def test_wrong_usage_returns_2(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """With a sentence on standard error and nothing on standard output."""
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert not out and err


def test_outside_a_workspace_the_way_in_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`tutor init` makes one."""
    monkeypatch.chdir(tmp_path)
    assert run("list") == 2
    assert "run `tutor init`" in capsys.readouterr().err


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, checker: Any) -> None:
    """Ctrl+C ends with 130, as shells expect."""

    def interrupt(*_arguments: Any, **_options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checker, "check", interrupt)
    assert run("check", "1") == 130


def test_no_color_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """To everything that is imported later."""
    monkeypatch.setenv("NO_COLOR", "")
    assert run("list", "--no-color") == 0
    import os

    assert os.environ["NO_COLOR"] == "1"


def test_damaged_lines_are_reported_once_a_command(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, so that JSON stays JSON."""
    run("check", "1")
    with (workspace.state / "journal.jsonl").open("a") as file:
        file.write("broken\n")
    capsys.readouterr()
    assert run("check", "1", "--json") == 0
    out, err = capsys.readouterr()
    json.loads(out)
    assert err.count("journal.jsonl:2: ") == 1


def test_the_doctor_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever this machine is like."""
    assert run("doctor") == 0
    assert "isolation" in capsys.readouterr().out


def test_grade_checks_every_learner(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, checker: Any
) -> None:
    """Each sub-folder is a workspace; a line of JSON names its learner."""
    monkeypatch.setattr("tutor.grading.Checker", lambda lab, **_: checker)
    assert run("grade", "..", "--question", "1", "--jobs", "1", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["learner"], record["question"]) == (workspace.root.name, "q01_double")
    assert run("grade", "..", "--jobs", "0") == 2


def test_authors_commands_write_and_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """New, release and check, with the lab found by itself when there is one."""
    monkeypatch.setattr("tutor.content_gate._broken_code", lambda question: iter(()))
    assert run("dev", "new", "q03_triple") == 0
    assert run("dev", "release") == 0
    assert "3 exercises changed." in capsys.readouterr().out
    assert run("dev", "check", "q03_triple") == 0
    assert run("dev", "check") == 1
    assert "promises are broken" in capsys.readouterr().out
