"""Progress is what the events say; strange events say nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tutor.model import Event
from tutor.progress import Progress


def event(kind: str, **data: Any) -> Event:
    """An event of the first question."""
    return Event(kind, 0.0, {"lab": "little", "question": "q01", **data})


def checked(status: str, misconception: str | None = None, sha: str = "a") -> Event:
    """The verdict of a check."""
    results = [["shape", "passed"], ["value", status], ["last", "skipped"]]
    return event("checked", status=status, misconception=misconception, sha256=sha, results=results)


def test_checks_are_counted_and_remembered() -> None:
    """Attempts, the last verdict, what fails, every misconception met, and the last green version."""
    progress = Progress(
        "little",
        [
            checked("unwritten"),
            checked("failed", "halved"),
            checked("passed", sha="g"),
            checked("failed", "halved"),
        ],
    )
    state = progress["q01"]
    assert (state.passed, state.attempts, state.last_status) == (True, 3, "failed")
    assert (state.failing, state.misconception, state.misconceptions) == ("value", "halved", ["halved"])
    assert state.last_green == "g"


def test_predictions_get_their_outcome() -> None:
    """An answer, its confidence, the actual value and the learner's why belong together."""
    progress = Progress(
        "little",
        [
            event("predicted", prediction="p", answer="5", confidence="sure", skipped=False),
            event("revealed", prediction="p", actual=6, right=False, surprise=True),
            event("whyed", prediction="p", text="I forgot"),
        ],
    )
    foreseen = progress["q01"].predictions["p"]
    assert (foreseen.answer, foreseen.actual, foreseen.right, foreseen.surprise) == ("5", 6, False, True)
    assert foreseen.why == "I forgot"


def test_the_rest_is_remembered() -> None:
    """Opening, hints, giving up, explaining, ticking, the welcome page."""
    progress = Progress(
        "little",
        [
            event("opened"),
            event("welcomed"),
            event("hinted", target="", rung=0),
            event("hinted", target="", rung=0),
            event("gave_up"),
            event("explained", text="so"),
            event("ticked", points=[True, False]),
        ],
    )
    state = progress["q01"]
    assert state.opened and state.gave_up and progress.welcomed
    assert (state.hints, state.explanation, state.ticks) == ([("", 0)], "so", [True, False])


def test_other_labs_and_unknown_kinds_change_nothing() -> None:
    """An event from another version or another lab is kept in the journal and ignored here."""
    progress = Progress("little", [Event("opened", 0, {"lab": "other", "question": "q01"}), event("danced")])
    assert not progress["q01"].opened


@given(
    st.sampled_from(["opened", "predicted", "revealed", "whyed", "hinted", "checked", "explained", "ticked"]),
    st.dictionaries(
        st.sampled_from(
            ["lab", "question", "status", "results", "points", "prediction", "rung", "target", "text"]
        ),
        st.none()
        | st.integers()
        | st.text(max_size=3)
        | st.lists(st.integers(), max_size=2)
        | st.just("little"),
    ),
)
def test_damaged_events_are_survived(kind: str, data: dict[str, Any]) -> None:
    """Whatever stands in a line that is JSON, opening the workspace works."""
    Progress("little", [Event(kind, 0.0, {"lab": "little", "question": "q01", **data})])
