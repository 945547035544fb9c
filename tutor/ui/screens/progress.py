"""What the learner knows about what they know, drawn: a page to read."""

from __future__ import annotations

from tutor.review.knowing import know
from tutor.review.opening import open_review
from tutor.review.telling import tell
from tutor.ui.blocks import Block, heading, plain, say, spaced
from tutor.ui.desk import Desk
from tutor.ui.screens.ask import ReadScreen


class ProgressScreen(ReadScreen):
    """Calibration, surprises, misconceptions, time, retention; nothing of it leaves the machine."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What you know, and how well you know it", progress_text(desk))


def progress_text(desk: Desk) -> list[Block]:
    """The page as text."""
    review = open_review(desk.session)
    sections = tell(know(desk.session, review), review.days, review.clock(), ascii_only=desk.settings.ascii)
    return spaced(
        [
            *([heading(one.title), *map(_line, one.lines)] for one in sections),
            [say(("All of this is in .tutor/journal.jsonl on this machine, and only there.", "t-dim"))],
        ]
    )


def _line(text: str) -> Block:
    """A line; bars stay whole on narrow screens."""
    drawn = any(sign in text for sign in "█░#") and "  " in text
    return Block(plain(text), "  ", "    ", "keep" if drawn else "words")
