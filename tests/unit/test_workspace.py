"""Exercises are written only when missing or on demand, and nothing is overwritten unkept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.errors import ContentError, WorkspaceError
from tutor.journal import Journal
from tutor.model import Lab
from tutor.places import solutions_folder
from tutor.workspace import Workspace, fresh_exercise


def test_it_is_found_from_below(workspace: Workspace) -> None:
    """The current folder may lie anywhere inside."""
    assert Workspace.find(workspace.exercises, "little").root == workspace.root


def test_its_absence_names_the_command(tmp_path: Path) -> None:
    """Without exercises the sentence says how to make them."""
    with pytest.raises(WorkspaceError, match=r"no exercises/little here or above; run `tutor init`"):
        Workspace.find(tmp_path, "little")


def test_creating_again_changes_no_file(workspace: Workspace, little: Lab) -> None:
    """Only missing exercises are added."""
    workspace.exercise("q01_double").write_text("mine")
    workspace.exercise("q02_look").unlink()
    Workspace.create(workspace.root, little)
    assert workspace.exercise("q01_double").read_text() == "mine"
    assert workspace.exercise("q02_look").read_text() == fresh_exercise("little", "q02_look")


def test_fresh_exercises_have_no_answer(workspace: Workspace) -> None:
    """The stub says what to do instead."""
    text = workspace.exercise("q01_double").read_text()
    assert 'raise NotImplementedError("TODO: return twice the number")' in text
    assert "2 * x" not in text


def test_replacing_keeps_first(workspace: Workspace) -> None:
    """If keeping fails, the file is still the learner's."""
    path = workspace.exercise("q01_double")
    path.write_bytes(b"mine")
    kept = workspace.replace("q01_double", b"other", Journal(workspace.state).keep)
    assert path.read_bytes() == b"other"
    assert kept and Journal(workspace.state).version(kept) == b"mine"

    def refuse(_source: bytes) -> str:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        workspace.replace("q01_double", b"third", refuse)
    assert path.read_bytes() == b"other"


def test_replacing_a_missing_file_keeps_nothing(workspace: Workspace) -> None:
    """There is nothing to come back to."""
    workspace.exercise("q01_double").unlink()
    assert workspace.replace("q01_double", b"new", Journal(workspace.state).keep) is None
    assert workspace.read("q01_double") == b"new"


def test_what_is_no_file_is_neither_read_nor_replaced(workspace: Workspace) -> None:
    """A folder or a dangling link where the file should be is said."""
    path = workspace.exercise("q01_double")
    path.unlink()
    path.mkdir()
    assert workspace.read("q01_double") is None
    with pytest.raises(WorkspaceError, match="move it away"):
        workspace.replace("q01_double", b"new", Journal(workspace.state).keep)
    path.rmdir()
    path.symlink_to("nowhere")
    with pytest.raises(WorkspaceError, match="move it away"):
        workspace.replace("q01_double", b"new", Journal(workspace.state).keep)


def test_a_giant_is_not_read(workspace: Workspace) -> None:
    """A sparse file of gigabytes does not fill the memory."""
    with workspace.exercise("q01_double").open("wb") as file:
        file.truncate(1 << 34)
    assert workspace.read("q01_double") is None


def test_a_missing_solution_is_our_fault(little: Lab) -> None:
    """The sentence says how to get it back."""
    (solutions_folder("little") / "q01_double.py").unlink()
    with pytest.raises(ContentError, match="install lab-tutor again"):
        fresh_exercise("little", "q01_double")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, little: Lab) -> None:
    """One sentence, with what to do."""
    (tmp_path / "here").write_text("a file")
    with pytest.raises(WorkspaceError, match="choose another with `tutor init DIR`"):
        Workspace.create(tmp_path / "here", little)
