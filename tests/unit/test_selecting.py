"""What a user types for a question, a lab or a workspace is understood, or refused with what to type."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tutor.errors import TutorError, WorkspaceError
from tutor.model import Lab, Part, Question
from tutor.selecting import find_question, find_workspace
from tutor.workspace import Workspace


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "01",
        "q1",
        "q01",
        "Q01",
        "q01_double",
        "double",
        "doubl",
        "Twice as",
        "exercises/little/q01_double.py",
    ],
)
def test_a_question_has_many_names(little: Lab, text: str) -> None:
    """A number, a slug, a part of it or of the title, a file."""
    assert find_question(little, text).slug == "q01_double"


def test_an_ambiguous_part_names_the_candidates(little: Lab) -> None:
    """So the next try is right."""
    with pytest.raises(TutorError, match=r"“oo” could be q01_double, q02_look; write one"):
        find_question(replace(little, parts=(Part("All", tuple(oo(q) for q in little.questions)),)), "oo")


def oo(question: Question) -> Question:
    """The same question with another title."""
    return replace(question, title="Look, oo")


@pytest.mark.parametrize("text", ["7", "nothing", "", " "])
def test_an_unknown_question_names_the_list(little: Lab, text: str) -> None:
    """`tutor list` names them all."""
    with pytest.raises(TutorError, match="tutor list"):
        find_question(little, text)


def test_the_workspace_around_us_is_found(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, little: Lab
) -> None:
    """Without an option the current folder decides."""
    monkeypatch.chdir(workspace.exercises)
    folder, found = find_workspace(None, None)
    assert (folder, found.root) == (little.folder, workspace.root)


def test_a_named_workspace_is_taken_as_it_is(workspace: Workspace, tmp_path: Path, little: Lab) -> None:
    """A folder below one is not silently replaced by the one above."""
    assert find_workspace(workspace.root, "little")[1].root == workspace.root
    for folder in (workspace.exercises, tmp_path):
        with pytest.raises(WorkspaceError, match=f"run `tutor init {folder}`"):
            find_workspace(folder, None)


def test_an_unknown_lab_names_the_known_ones(workspace: Workspace) -> None:
    """A slip in the name is easy to mend."""
    with pytest.raises(TutorError, match="choose one of: little"):
        find_workspace(workspace.root, "lttle")


def test_nowhere_names_the_command(tmp_path: Path, little: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a workspace the sentence says how to make one."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkspaceError, match="tutor init"):
        find_workspace(None, None)
