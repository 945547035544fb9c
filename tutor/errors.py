"""What the tutor says when it cannot go on: one sentence each, with what to do next."""

from __future__ import annotations


class TutorError(Exception):
    """Something the user can act on; its text is one sentence: where, what, what to do next."""


class ContentError(TutorError):
    """A lab's own files are wrong; the text starts with `path:line:` and ends with the remedy."""


class WorkspaceError(TutorError):
    """The workspace cannot be found, read or written."""


class JournalError(TutorError):
    """An event could not be made durable; nothing already written was harmed."""


class ReadOnlyError(JournalError):
    """The workspace may only be read: there is nothing to mend before one can look and check on."""


class CheckerError(TutorError):
    """The checker failed: our fault, never the learner's."""
