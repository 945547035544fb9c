"""Whatever a learner's function returns ends in a verdict about it, never in our own fault."""

from __future__ import annotations

import pytest

from tests.content.odd import CODE, ODD, always, outcomes
from tutor.model import Status

EVERY = 16
"""A quick form: other values to each question. `python -m tests.content.odd` tries all of them everywhere."""


def test_there_are_many() -> None:
    """At least a hundred kinds of values."""
    assert len(ODD) >= 100


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("slug", CODE)
def test_every_value_gets_a_verdict(slug: str) -> None:
    """Each is failed in words."""
    found = list(outcomes(slug, ODD[CODE.index(slug) :: EVERY], (always,)))
    assert [(name, odd, each) for name, odd, each in found if each and each.status is Status.ERROR] == []
    assert all(each is None or each.rationale for _, _, each in found)
