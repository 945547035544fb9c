"""From a card to what is asked: fresh values where the lab has a family, else the question's own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Protocol

from tutor import answers
from tutor.errors import CheckerError
from tutor.files import private_folder, write_atomically
from tutor.model import Fresh, Option, Prediction, PredictionKind, Question
from tutor.records import record
from tutor.review.cards import Card
from tutor.review.deck import Deck
from tutor.workspace import Workspace, fresh_exercise

Form = PredictionKind | Literal["recall", "retype"]


class Drawer(Protocol):
    """What draws fresh values: `tutor.checking.client.Checker`, or a fake in tests."""

    async def fresh(
        self, question: Question, sort: str, name: str, seed: int, *, avoid: int | None = None
    ) -> Fresh:
        """A prompt of a family, or about a misconception; CheckerError if there is none."""
        ...


@record
class Prompt:
    """What is asked now."""

    card: Card
    question: Question
    ask: str
    """Markdown."""
    form: Form
    """recall: in one's own words, compared by oneself; retype: in a file, checked."""
    answer: Any
    options: tuple[Option, ...] = ()
    tolerance: float = 0.01
    because: str = ""
    seed: int | None = None
    path: Path | None = None
    """Where to write, for `retype`."""

    @property
    def prediction(self) -> Prediction | None:
        """The same as a prediction, for those who read and compare answers; None if nothing is typed."""
        if self.form == "recall" or self.form == "retype":
            return None
        return Prediction(self.card.about or "card", self.form, self.ask, self.options, self.tolerance)

    def understand(self, text: str) -> answers.Value | answers.Misread:
        """The meaning of an answer. Options go by letter first: their texts may be numbers."""
        prediction = self.prediction
        if prediction is None:
            return text.strip()
        letter = text.strip(" ().").casefold()
        if self.options and len(letter) == 1 and letter.isalpha():
            place = ord(letter) - ord("a")
            if 0 <= place < len(self.options):
                return self.options[place].key
        found = answers.understand(prediction, text)
        if self.options and isinstance(found, answers.Misread) and text.strip():
            last = chr(ord("a") + len(self.options) - 1)
            return answers.Misread(f"“{text[:40]}” is none of the answers; write its letter, a to {last}.")
        return found

    def shown(self, value: Any) -> str:
        """A value in the learner's words."""
        prediction = self.prediction
        return answers.show(prediction, value) if prediction else str(value)


async def prompt(card: Card, deck: Deck, workspace: Workspace, drawer: Drawer) -> Prompt:
    """What a card asks this time; TutorError when that cannot be found out."""
    question = next(q for q in deck.lab.questions if q.slug == card.question)
    if card.sort == "retype":
        return _retype(card, question, workspace)
    if card.sort == "explain":
        why = question.explanation
        points = "\n".join(f"- {point}" for point in why.points)
        return Prompt(card, question, why.ask, "recall", f"{why.model_answer}\n\n{points}")
    seen = len(deck.histories[card.id].reviews) if card.id in deck.histories else 0
    if card.sort == "mistake" or card.about in deck.causes.declared.families(card.question):
        fresh = await drawer.fresh(
            question, card.sort, card.about, _seed(seen), avoid=_seed(seen - 1) if seen else None
        )
        return _fresh(card, question, fresh, _seed(seen))
    return _predicted(card, question, deck)


def _seed(seen: int) -> int:
    """Another one for each time a card is asked; asking again before it is graded changes nothing."""
    return 1 + seen


def _fresh(card: Card, question: Question, fresh: Fresh, seed: int) -> Prompt:
    return Prompt(
        card,
        question,
        fresh.ask,
        fresh.form,
        fresh.answer,
        fresh.options,
        fresh.tolerance,
        fresh.because,
        seed,
    )


def _predicted(card: Card, question: Question, deck: Deck) -> Prompt:
    """A prediction that has no family: asked again as it was, with what was computed then."""
    found = next((p for p in question.predictions if p.name == card.about), None)
    known = [
        event.data["actual"]
        for event in deck.told.get(card.question, [])
        if event.kind == "revealed" and event.data.get("prediction") == card.about and "actual" in event.data
    ]
    if found is None or not known:
        raise CheckerError(f"{card.question} can no longer say what {card.about} was; on with the next card.")
    think = f"Ask yourself: {found.why}" if found.why else ""
    actual = known[-1]
    return Prompt(card, question, found.ask, found.kind, actual, found.options, found.tolerance, think)


def _retype(card: Card, question: Question, workspace: Workspace) -> Prompt:
    path = scratch(workspace, question.slug)
    if not path.exists():
        private_folder(workspace.state, path.parent.name)
        write_atomically(path, fresh_exercise(workspace.lab, question.slug).encode(), private=True)
    ask = (
        f"Write {question.title} (`{question.slug}`) once more, without looking: the fresh exercise is in a "
        "scratch file, your answer in `exercises/` stays as it is. The same checks decide."
    )
    return Prompt(card, question, ask, "retype", None, path=path)


def scratch(workspace: Workspace, slug: str) -> Path:
    """The file in which a function is written again."""
    return workspace.state / "scratch" / f"{slug}.py"
