"""From what a user types to what they mean: a question, a lab, a workspace."""

from __future__ import annotations

import re
from pathlib import Path

from tutor.content import lab_names
from tutor.errors import TutorError, WorkspaceError
from tutor.model import Lab, Question
from tutor.places import labs_folder
from tutor.shell import shell_word
from tutor.workspace import Workspace

_NUMBER = re.compile(r"q?0*(\d+)", re.IGNORECASE)
_PREFIX = re.compile(r"^q\d+_")


def find_question(lab: Lab, text: str) -> Question:
    """The question that a slug, a number (`5`, `q05`), a file's path or an unambiguous part stands for."""
    wanted = Path(text.strip()).name.removesuffix(".py").casefold()
    if number := _NUMBER.fullmatch(wanted):
        found = [q for q in lab.questions if q.number == int(number[1])]
    else:
        exact = [q for q in lab.questions if wanted in (q.slug, _PREFIX.sub("", q.slug))]
        found = exact or [q for q in lab.questions if wanted and wanted in f"{q.slug} {q.title.casefold()}"]
    if len(found) == 1:
        return found[0]
    if not found:
        raise TutorError(f"No question of {lab.name} is called “{text}”; `tutor list` names them all.")
    names = ", ".join(q.slug for q in found[:6]) + (", …" if len(found) > 6 else "")
    raise TutorError(f"“{text}” could be {names}; write one of these.")


def find_workspace(folder: Path | None, lab: str | None) -> tuple[Path, Workspace]:
    """The lab's folder and the workspace: `folder` itself if given, else the one around where we are."""
    start = folder if folder is not None else Path.cwd()
    missing: WorkspaceError | None = None
    for name in [known_lab(lab)] if lab else lab_names():
        try:
            workspace = Workspace.find(start, name)
        except WorkspaceError as error:
            missing = missing or error
            continue
        if folder is None or workspace.root == folder.absolute():
            return labs_folder() / name, workspace
    if folder is not None:
        raise WorkspaceError(
            f"{folder} holds no exercises; run `tutor init {shell_word(folder)}` to put them there."
        )
    raise missing or TutorError("This installation holds no lab; install lab-tutor again.")


def known_lab(name: str) -> str:
    """`name`, if a lab is called so."""
    if name not in lab_names():
        raise TutorError(f"There is no lab “{name}”; choose one of: {', '.join(lab_names())}.")
    return name
