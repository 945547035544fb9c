"""Settings are read from two places, written back without harm, and never stop the tutor."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tutor.settings import Settings, load, remember


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose configuration folder is the test's own."""
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "APPDATA": str(tmp_path / "config")}


def write(path: Path, text: str) -> None:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_without_files_the_defaults_hold(tmp_path: Path, home: dict[str, str]) -> None:
    """A first start needs no file."""
    settings = load(tmp_path, home)
    assert (settings.theme, settings.mouse, settings.problems) == ("dark", True, ())


def test_the_workspace_overrides_the_user(tmp_path: Path, home: dict[str, str]) -> None:
    """What the workspace says wins; what it leaves out comes from the user's file."""
    write(
        tmp_path / "config/lab-tutor/settings.toml",
        'theme = "light"\nascii = true\n[keys]\n"lab.next" = "n,f7"\n',
    )
    write(tmp_path / ".tutor/settings.toml", 'theme = "terminal"\n[keys]\n"lab.hint" = "f8"\n')
    settings = load(tmp_path, home)
    assert (settings.theme, settings.ascii) == ("terminal", True)
    assert settings.keys == {"lab.next": "n,f7", "lab.hint": "f8"}


@pytest.mark.parametrize(
    "text", ["theme = ", 'theme = "mauve"', "mouse = 3", "colour = true", "keys = 4", "\xff"]
)
def test_what_is_not_understood_is_said(tmp_path: Path, home: dict[str, str], text: str) -> None:
    """A broken line is one sentence that names the file, and the defaults hold."""
    path = tmp_path / ".tutor/settings.toml"
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    settings = load(tmp_path, home)
    assert len(settings.problems) == 1
    assert str(path) in settings.problems[0]
    assert settings.theme == "dark"


def test_remembering_keeps_the_other_lines(tmp_path: Path, home: dict[str, str]) -> None:
    """A remembered theme replaces its own line; comments and tables stay."""
    path = tmp_path / "config/lab-tutor/settings.toml"
    write(path, '# mine\ntheme = "dark"\nmouse = false\n\n[keys]\n"lab.next" = "f7"\n')
    settings = load(tmp_path, home)
    assert remember(settings, "theme", "light") == ""
    assert remember(settings, "edit_cmd", 'code -w "x"') == ""
    again = load(tmp_path, home)
    assert (again.theme, again.mouse, again.edit_cmd) == ("light", False, 'code -w "x"')
    assert again.keys == {"lab.next": "f7"}
    assert path.read_text().startswith("# mine\n")


def test_remembering_into_a_file_of_tables_only(tmp_path: Path, home: dict[str, str]) -> None:
    """A new line goes above the first table, where it belongs to no table."""
    write(tmp_path / "config/lab-tutor/settings.toml", '[keys]\n"lab.next" = "f7"\n')
    settings = load(tmp_path, home)
    remember(settings, "theme", "light")
    again = load(tmp_path, home)
    assert (again.theme, again.keys, again.problems) == ("light", {"lab.next": "f7"}, ())


def test_a_read_only_home_falls_back_to_the_workspace(tmp_path: Path) -> None:
    """Where the home refuses, the workspace keeps the choice; where both refuse, a sentence says so."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder is needed")
    environment = {"XDG_CONFIG_HOME": str(blocked), "APPDATA": str(blocked)}
    settings = load(tmp_path, environment)
    assert remember(settings, "theme", "light") == ""
    assert load(tmp_path, environment).theme == "light"
    assert "until you quit" in remember(Settings(files=(blocked / "x/settings.toml",)), "theme", "light")


def test_motion_is_reduced_over_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    """`auto` follows the connection; the learner's word wins."""
    monkeypatch.setenv("SSH_CONNECTION", "x")
    assert Settings().reduced_motion
    assert not Settings(motion="full").reduced_motion
    monkeypatch.delenv("SSH_CONNECTION")
    assert not Settings().reduced_motion
    assert Settings(motion="reduced").reduced_motion
    assert os.environ.get("SSH_CONNECTION") is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("mouse = true\ntheme = \n", ":2: ", "the defaults hold"),
        ('mouse = true\n\ntheme = "mauve"', ":3: ", "dark is used instead"),
        ("mouse = 3", ":1: ", "true is used instead"),
        ("edit_cmd = 3", ":1: ", "left out"),
        ("\n\ncolour = true", ":3: ", "there is no setting `colour`"),
        ('theme = "dark"\n[keys]\n"lab.next" = 3', ":2: ", "the usual keys are used instead"),
        ("mouse = true\n# \xff", ":2: ", "the defaults hold"),
        ('edit_cmd = "unclosed', ":1: ", "the defaults hold"),
        ("a = " + "[" * 3000, ": ", "too deep"),
        ("a = " + "9" * 5000, ": ", "too long"),
    ],
)
def test_the_line_and_what_holds_instead_are_said(
    tmp_path: Path, home: dict[str, str], text: str, place: str, words: str
) -> None:
    """One line each: the file, the line in it, what is wrong, what is used instead."""
    path = tmp_path / ".tutor/settings.toml"
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    (problem,) = load(tmp_path, home).problems
    assert problem.startswith(f"{path}{place}") and words in problem and "\n" not in problem


def test_a_pipe_in_the_file_s_place_is_not_waited_for(tmp_path: Path, home: dict[str, str]) -> None:
    """Nobody will ever write into it."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    (tmp_path / ".tutor").mkdir()
    os.mkfifo(tmp_path / ".tutor/settings.toml")
    assert "no ordinary file" in load(tmp_path, home).problems[0]
