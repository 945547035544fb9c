"""Where there is no fork, spare processes stand in; on Linux they can be tried with the same files."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.hostile.cases import Case, all_cases
from tests.hostile.world import LONG, SHORT, World, make
from tests.waiting import until
from tutor.model import Status

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

CHOSEN = (
    *("time/loop", "time/loop_while_loading", "memory/one_large_block", "crashes/null_pointer"),
    *("exits/hard_exit", "output/endless_prints", "output/clears_the_screen", "keyboard/input"),
    *("processes/fork", "processes/run_a_program", "files/writes_outside", "files/reads_the_solution"),
    *("files/closed_folders", "files/uses_temporary_files", "network/connects", "signals/kills_the_zygote"),
    *("protocol/garbage_everywhere", "patches/builtins_emptied", "results/one_half", "state/environment"),
)
CASES = [case for case in all_cases() if str(case) in CHOSEN]


@pytest.fixture(scope="module")
def spares() -> Iterator[World]:
    """A world whose checker never forks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TUTOR_NO_FORK", "1")
        made = make()
    yield made
    made.close()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_verdicts_are_the_same(case: Case, spares: World) -> None:
    """The verdict and its words do not depend on how a runner came to be; files outside stay as they are."""
    spares.put(case)
    report, _ = spares.check(SHORT if Status.TIMED_OUT in case.statuses else LONG)
    said = " ".join(f"{result.rationale} {result.help}" for result in report.results)
    assert report.status in case.statuses, said
    assert all(words.lower() in said.lower() for words in case.says), said
    assert spares.check_right().status is Status.PASSED
    assert (spares.outside / "victim.txt").read_text() == "untouched"
    waiting = len(spares.checkers)  # a spare for each
    assert until(lambda: len(list(spares.temporary.iterdir())) <= waiting)


def test_all_cases_are_there() -> None:
    """The chosen names are names of cases."""
    assert len(CASES) == len(CHOSEN)
