"""Whatever is in a learner's file gets the right verdict, in words, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import sys

import pytest

from tests.hostile.cases import BOUNDARY, Case, all_cases
from tests.hostile.world import LONG, SHORT, World
from tutor.model import Status

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

CASES = [case for case in all_cases() if not os.environ.get("TUTOR_TEST_BOUNDARY") or case.family in BOUNDARY]
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that could steer a terminal."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_hostile_file(case: Case, world: World) -> None:
    """The verdict is one of the expected, no process and no file is left, the right answer passes next."""
    world.spoilt = True
    world.put(case)
    report, printed = world.check(SHORT if Status.TIMED_OUT in case.statuses else LONG)
    said = "\n".join([*(f"{r.rationale} {r.help}" for r in report.results), *report.remarks])
    assert report.status in case.statuses, said
    assert all(words.lower() in said.lower() for words in case.says), said
    assert not CONTROL.search(said + printed), (said, printed)
    assert world.left_over() == set()
    assert world.check_right().status is Status.PASSED
    assert world.changes() == {}
    world.spoilt = False
