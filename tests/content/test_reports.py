"""Reports read as they are meant to."""

from __future__ import annotations

from tests.content.reports import GOLDEN, reports


async def test_five_reports_name_the_mistake() -> None:
    """Each of five wrong answers is told its own mistake, with the learner's own numbers and where to look.

    After a change of words: `python -m tests.content.reports > tests/content/golden/reports.txt`; read it.
    """
    assert await reports() == GOLDEN.read_text(encoding="utf-8")
