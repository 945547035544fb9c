"""A review line by line, for any terminal, a pipe or a screen reader."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from tutor import answers
from tutor.cleaning import clean, one_line
from tutor.model import Report, Status
from tutor.report_text import report_text
from tutor.review.plan import Plan
from tutor.review.prompts import Prompt
from tutor.review.session import ReviewSession, Turned
from tutor.review.words import GRADE_WORDS, SORT_WORDS, count, minutes, why_asked
from tutor.statement import plain

Say = Callable[[str], None]
Ask = Callable[[str], str]
"""Prints a prompt and returns the line typed; EOFError at the end of input."""

STOP = ("q", "quit", ":q")


class Line:
    """One review, asked line by line."""

    def __init__(self, review: ReviewSession, say: Say, ask: Ask, *, ascii_only: bool = False) -> None:
        self.review = review
        self.say = say
        self.ask = ask
        self.ascii_only = ascii_only
        self.width = min(100, shutil.get_terminal_size((80, 24)).columns)
        self.asked = self.right = 0

    async def run(self) -> None:
        """Ask until nothing is due, the input ends, or the learner stops."""
        today = self.review.plan()
        self.say(opening(today, self.review.limit))
        try:
            while current := await self.review.next():
                self._refused()
                if not await self._one(current):
                    break
        except (EOFError, KeyboardInterrupt):
            self.say("")
        self._refused()
        self.say(closing(self.review, self.asked, self.right))

    async def _one(self, current: Prompt) -> bool:
        """Ask one card; False when the learner stops."""
        self._show(current)
        turned = await (self._written(current) if current.form == "retype" else self._answered(current))
        if turned is None:
            return False
        self._turned(turned)
        grade = self._grade(turned)
        if grade is None:
            return False
        self.review.grade(grade)
        self.asked += 1
        self.right += turned.right is True
        return True

    def _show(self, current: Prompt) -> None:
        question = current.question
        self.say(
            f"\n[{question.number} {question.title}: {SORT_WORDS[current.card.sort]}] "
            f"({why_asked(current.card)})"
        )
        self.say(self._text(current.ask))
        for place, option in enumerate(current.options):
            drawn = f"  {_little_curve(option.curve)}" if option.curve else ""
            text = self._text(option.text, indent=5)
            self.say(f"  {chr(ord('a') + place)}) {text}{drawn}")
        if current.path:
            self.say(f"  {current.path}")

    async def _answered(self, current: Prompt) -> Turned | None:
        hint = "in your words" if current.form == "recall" else "your answer"
        while True:
            text = self.ask(f"{hint}, Enter to see, q to stop > ").strip()
            if text in STOP:
                return None
            if not text:
                return self.review.show()
            found = self.review.answer(text)
            if not isinstance(found, answers.Misread):
                return found
            self.say(found.sentence)

    async def _written(self, current: Prompt) -> Turned | None:
        while True:
            text = self.ask("write it, then Enter to check it, s to give up, q to stop > ").strip()
            if text in STOP:
                return None
            if text == "s":
                return self.review.show()
            async for message in self.review.check():
                if isinstance(message, Report):
                    self.say(clean(report_text(message, ascii_only=self.ascii_only)))
                    if message.status is Status.PASSED and self.review.turned:
                        return self.review.turned

    def _turned(self, turned: Turned) -> None:
        current = turned.prompt
        if turned.right is not None:
            self.say(("Right. " if turned.right else "Not so. ") + f"You said: {one_line(turned.answer)}")
        if turned.actual:
            self.say(self._text(f"It is: {turned.actual}" if current.prediction else turned.actual))
        if current.because:
            self.say(self._text(current.because))
        for said in turned.earlier:
            self.say(f"{said.when}, {said.what}:")
            self.say("\n".join(f"  | {line}" for line in clean(said.text).splitlines()))

    def _grade(self, turned: Turned) -> int | None:
        waits = self.review.intervals()
        self.say("  ".join(f"{grade} {GRADE_WORDS[grade]} ({waits[grade]})" for grade in waits))
        while True:
            text = self.ask(f"how well did you know it? [{turned.suggested}] > ").strip()
            if text in STOP:
                return None
            if text in ("", "1", "2", "3", "4"):
                return int(text or turned.suggested)
            self.say("Write 1, 2, 3 or 4; Enter takes the one in brackets.")

    def _refused(self) -> None:
        while self.review.refused:
            self.say(f"({self.review.refused.pop(0)})")

    def _text(self, markdown: str, indent: int = 0) -> str:
        return plain(markdown, self.width - indent, ascii=self.ascii_only).replace("\n", "\n" + " " * indent)


def _little_curve(values: tuple[float, ...]) -> str:
    return "[" + " ".join(f"{value:.2g}" for value in values) + "]"


def opening(today: Plan, limit: int) -> str:
    """What is to be done now, in a sentence or two."""
    if today.cards:
        said = f"{count(len(today.cards), 'card')} to review."
    elif today.waiting:
        said = "Nothing to review just now."
    else:
        said = "Nothing to review today; what you learn and what surprises you will come back here."
    if today.siblings:
        said += f" {today.siblings} more rest until tomorrow, beside a card of the same question."
    if today.beyond:
        said += f" {today.beyond} more are due; {limit} a day are enough (`--limit N` takes more)."
    if today.needed:
        said += f" To see everything before the exam it takes {today.needed} a day: `--limit {today.needed}`."
    return said


def closing(review: ReviewSession, asked: int, right: int) -> str:
    """How the review went, and when the next one is."""
    rest = review.plan()
    said = f"{count(asked, 'card')} reviewed." if asked else "Nothing was graded."
    if right:
        said += f" You foresaw {right}."
    if rest.cards:
        said += f" {len(rest.cards)} are left for today: `tutor review` goes on."
    elif rest.waiting:
        soon = minutes(rest.waiting[0] - review.clock())
        said += f" {count(len(rest.waiting), 'card')} will be back in {soon}."
    elif asked:
        said += " That is all for today."
    return said
