"""What learners handed in: found in a folder of workspaces and read with care, as it comes from strangers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tutor import __version__
from tutor.checking import reading
from tutor.cleaning import one_line
from tutor.errors import TutorError
from tutor.model import Lab, Question
from tutor.records import record
from tutor.refusals import reason


@record
class Submission:
    """One learner's answer to one question."""

    workspace: Path
    question: Question
    path: Path

    @property
    def learner(self) -> str:
        """The name of the learner's folder, as it may be shown."""
        return one_line(self.workspace.name)

    def read(self, slug: str) -> reading.Source:
        """One of the learner's files, or why it could not be read."""
        return reading.read(self.path.with_name(f"{slug}.py"), slug, self.workspace)

    def key(self, lab: Lab) -> str:
        """Another one whenever the answer, an earlier answer of the same learner or the tutor changes."""
        digest = hashlib.sha256(__version__.encode())
        for each in lab.questions[: self.question.number]:
            source = self.read(each.slug)
            digest.update(b"-" if source.missing else source.data or source.problem.encode())
        return f"{self.workspace.name}/{self.question.slug}/{digest.hexdigest()}"


def find_submissions(lab: Lab, folder: Path, questions: Sequence[Question]) -> list[Submission]:
    """All answers to `questions` below `folder`, question by question so that one engine stays warm."""
    try:
        learners = sorted(entry for entry in folder.iterdir() if _hands_in(entry, lab.name))
    except OSError as error:
        raise TutorError(f"{folder}: {reason(error)}; name a folder of workspaces.") from None
    if not learners:
        raise TutorError(
            f"{folder}: no sub-folder has an exercises/{lab.name}; name the folder that holds them."
        )
    return [
        Submission(learner, q, learner / "exercises" / lab.name / f"{q.slug}.py")
        for q in questions
        for learner in learners
    ]


def _hands_in(entry: Path, lab: str) -> bool:
    """Whether `entry` is a learner's folder; one that cannot be looked into is taken for one and told so."""
    exercises = entry / "exercises"
    try:
        (exercises / lab).lstat()
    except FileNotFoundError:
        return exercises.is_symlink()  # it leads nowhere
    except NotADirectoryError:
        return entry.is_dir()  # something else is called exercises
    except OSError:
        return True
    return True
