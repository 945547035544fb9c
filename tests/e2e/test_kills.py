"""Whatever ends the tutor, and whenever, nothing of it goes on and nothing lies about."""

from __future__ import annotations

import random
import sys

import pytest

from tests.kills import ENDS, end_once

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds its processes through /proc")


@pytest.mark.parametrize("way", ENDS)
def test_nothing_remains(way: str) -> None:
    """Quit, killed, cut off or crashed in the middle of a check: no process, no temporary folder.

    A short form of `python -m tests.kills`, which tries two hundred random moments.
    """
    assert end_once(way, random.Random()) == []
