"""Cards are earned: by misses, misconceptions, gaps in an explanation, and passes."""

from __future__ import annotations

from .conftest import World


def cards(world: World) -> dict[str, str]:
    """The cards of a review, with their causes."""
    return {card.id: card.cause for card in world.review().deck.cards.values()}


def test_a_pass_adds_the_concepts_once(world: World) -> None:
    """The families of the question and its function; passing again adds nothing."""
    world.passes(1)
    expected = {
        "q01_it/ask/value": "concept",
        "q01_it/ask/shape": "concept",
        "q01_it/retype": "concept",
    }
    assert cards(world) == expected
    world.passes(1)
    assert cards(world) == expected
    assert sum(event.kind == "card_added" for event in world.journal.events) == 3


def test_a_look_question_is_passed_when_it_is_explained(world: World) -> None:
    """Its code was given, so there is nothing to write again."""
    world.record("checked", 3, status="passed", sha256="0" * 64, misconception=None, results=[])
    assert cards(world) == {}
    world.record("explained", 3, text="Because.")
    assert cards(world) == {"q03_it/ask/value": "concept", "q03_it/ask/shape": "concept"}


def test_misses_and_surprises(world: World) -> None:
    """A miss is a card, a confident one an urgent card; what was foreseen is none."""
    world.misses(1, "value", sure=True)
    world.misses(2, "old")
    world.record("predicted", 4, prediction="value", answer="3", confidence="sure", skipped=False)
    world.record("revealed", 4, prediction="value", actual=3, right=True, surprise=False)
    assert cards(world) == {"q01_it/ask/value": "surprise", "q02_it/ask/old": "miss"}


def test_a_miss_keeps_its_cause_when_the_question_is_passed(world: World) -> None:
    """The family with the name of the prediction asks for the same, so it is the same card."""
    world.misses(1, "value", sure=True)
    world.clock.turn(minutes=5)
    world.passes(1)
    assert cards(world)["q01_it/ask/value"] == "surprise"


def test_a_family_stands_for_other_predictions(world: World) -> None:
    """A miss of one of them brings the family's card, with other values."""
    world.misses(1, "wide", sure=True)
    assert cards(world) == {"q01_it/ask/shape": "surprise"}


def test_misconceptions_are_cards_and_slips_are_not(world: World) -> None:
    """A syntax error is no wrong idea; a name the question does not know is none either."""
    for found in ("halved", "halved", "sign-flipped", "syntax-error", "gone", None):
        world.record("checked", 2, status="failed", sha256="0" * 64, misconception=found, results=[])
    assert cards(world) == {"q02_it/mistake/halved": "mistake", "q02_it/mistake/sign-flipped": "mistake"}


def test_an_incomplete_explanation_is_a_card(world: World) -> None:
    """A complete one is not."""
    world.record("ticked", 1, points=[True, False])
    world.record("ticked", 2, points=[True, True])
    assert cards(world) == {"q01_it/explain": "incomplete"}


def test_other_labs_and_damaged_events_call_for_nothing(world: World) -> None:
    """Whatever stands in the journal, a review starts."""
    journal = world.journal
    journal.append("checked", lab="other", question="q01_it", status="passed")
    journal.append("checked", lab="six", question="q99_gone", status="passed")
    journal.append("revealed", lab="six", question="q01_it", right=False, prediction=None)
    journal.append("revealed", lab="six", question="q01_it", right=False)
    journal.append("ticked", lab="six", question="q01_it", points="all")
    journal.append("card_added", lab="six", question=3, card=[], sort="ask", about="value", cause="miss")
    journal.append("card_added", lab="six", question="q01_it", sort="song", about="value", cause="miss")
    journal.append("reviewed", lab="six", question="q01_it", card="q01_it/ask/value", grade=True)
    journal.append("reviewed", lab="six", question="q01_it", card="q01_it/ask/value", grade=9, day=[])
    journal.append("exam_set", lab="six", date={"a": 1})
    review = world.review()
    assert review.plan().cards == ()


def test_a_card_the_lab_no_longer_has_is_kept_and_not_asked(world: World) -> None:
    """It may belong to a newer version of the lab."""
    world.record("card_added", 1, card="q01_it/ask/gone", sort="ask", about="gone", cause="concept", since=0)
    review = world.review()
    assert "q01_it/ask/gone" in review.deck.cards
    assert review.plan().cards == ()
