"""The signs that carry meaning without colour, and what they turn into where only ASCII can be shown."""

from __future__ import annotations

from tutor.model import Status
from tutor.records import record


@record
class Symbols:
    """One set of signs; each is one cell wide."""

    passed: str = "✔"
    failed: str = "✘"
    error: str = "!"
    timed_out: str = "⧖"
    skipped: str = "·"
    unwritten: str = "○"
    running: str = "▸"
    here: str = "▶"
    surprise: str = "‼"
    ticked: str = "☑"
    unticked: str = "☐"
    arrow: str = "›"
    bullet: str = "•"
    bar: str = "█"
    track: str = "░"
    ellipsis: str = "…"

    def status(self, status: Status) -> str:
        """Give the sign of a status."""
        return str(getattr(self, status.value))


UNICODE = Symbols()
ASCII = Symbols(
    passed="+",
    failed="x",
    error="!",
    timed_out="T",
    skipped=".",
    unwritten="o",
    running=">",
    here=">",
    surprise="!",
    ticked="X",
    unticked="_",
    arrow=">",
    bullet="*",
    bar="#",
    track="-",
    ellipsis="~",
)

WORDS = {
    Status.PASSED: "passed",
    Status.FAILED: "not yet",
    Status.ERROR: "our fault",
    Status.TIMED_OUT: "took too long",
    Status.SKIPPED: "not run",
    Status.UNWRITTEN: "to write",
}
"""What a status is called."""

ROLES = {
    Status.PASSED: "t-good",
    Status.FAILED: "t-bad",
    Status.ERROR: "t-warn",
    Status.TIMED_OUT: "t-bad",
    Status.SKIPPED: "t-dim",
    Status.UNWRITTEN: "t-dim",
}
"""The look of a status, beside its sign and word."""
