"""A report reads well as text: the first failure explained, the rest quiet, nothing by colour alone."""

from __future__ import annotations

import json

from tutor.model import Report, Result, Status
from tutor.report_json import report_json
from tutor.report_text import report_text

RESULTS = (
    Result("shape", "It has one value a sample.", Status.PASSED),
    Result(
        "value", "It is the mean.", Status.FAILED, "Yours is 12.\nIt is 4 times too large.", "the 1/n", 14
    ),
    Result("last", "It ends.", Status.SKIPPED),
    Result("late", "It is quick.", Status.FAILED, "not to be shown"),
)


def report(status: Status = Status.FAILED, results: tuple[Result, ...] = RESULTS) -> Report:
    """A report of some status."""
    remarks = ("Loops are slow.",)
    return Report("l", "q01", status, "summed", remarks, results, "/w/q01.py", "ab" * 32, 5, 0.25, "n = 3")


def test_the_first_failure_is_explained() -> None:
    """Claim, what was seen with its line, what to look at; and how to run the same again."""
    assert report_text(report()).splitlines() == [
        "✘ q01: failed",
        "  ✔ It has one value a sample.",
        "  ✘ It is the mean.",
        "      Line 14: Yours is 12.",
        "      It is 4 times too large.",
        "      > the 1/n",
        "  ○ It ends.",
        "  ✘ It is quick.",
        "  Remark: Loops are slow.",
        "  /w/q01.py (version ababababab, 0.25 s)",
        "  To run exactly this again: tutor check q01 --seed 5",
    ]


def test_a_pass_says_what_it_means() -> None:
    """What was tried, and what was not."""
    text = report_text(report(Status.PASSED, RESULTS[:1]))
    assert "What this green means: n = 3" in text and "--seed" not in text


def test_it_can_be_written_in_ascii() -> None:
    """For terminals and logs that have nothing else."""
    for status in Status:
        assert report_text(report(status), ascii_only=True).isascii()


def test_the_json_line_is_the_contract() -> None:
    """Exactly the documented fields, in one line, what comes first in front."""
    line = report_json(report(), learner="ada")
    record = json.loads(line)
    assert "\n" not in line
    first, *rest = record
    assert first == "learner"
    assert " ".join(rest) == "lab question status misconception remarks results path sha256 seed seconds"
    assert record["results"][1] == {
        "name": "value",
        "claim": "It is the mean.",
        "status": "failed",
        "rationale": "Yours is 12.\nIt is 4 times too large.",
        "help": "the 1/n",
    }
