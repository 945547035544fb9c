"""`tutor --plain`: the lab line by line, for screen readers, dumb terminals and logs. The same session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import aclosing
from typing import get_args

from tutor.check_printing import SHOWN_OUTPUT
from tutor.cleaning import one_line
from tutor.errors import CheckerError, TutorError
from tutor.model import (
    Confidence,
    Curves,
    Heat,
    Output,
    Picture,
    Prediction,
    Question,
    Report,
    Status,
    Table,
    Unprotected,
)
from tutor.predicting import sentence
from tutor.report_text import WORDS, report_text
from tutor.session import NotKept, Revelation, Session, Stage
from tutor.statement import plain

Say = Callable[[str], None]
Ask = Callable[[str], str]
"""Prints a prompt and returns the line typed; EOFError at the end of input."""

TO_DO: Mapping[Stage, str] = {
    "read": "read it",
    "predict": "predict (p)",
    "write": "write your answer in the file, then check it (Enter)",
    "check": "mend your file, then check it (Enter); h gives a hint",
    "look": "run it (Enter) and look at what is drawn",
    "explain": "explain it (e)",
    "done": "go on (n)",
}
COMMANDS = """\
Enter  check your file          h  next hint            n  next question
p      predict                  s  solution             b  question before
e      explain                  x  fresh exercise       g  go to: g 5, g loss
r      read the question again  l  list of questions    q  quit"""


class QuitError(Exception):
    """The learner wants to stop."""


class PlainLab:
    """One walk through the lab."""

    def __init__(
        self, session: Session, say: Say, ask: Ask, *, width: int = 80, ascii_only: bool = False
    ) -> None:
        self.session = session
        self.say = say
        self.ask = ask
        self.width = width
        self.ascii_only = ascii_only
        self.output = ""
        """What the learner's program printed in the run that goes on."""

    async def run(self) -> None:
        """Walk until the learner quits or the input ends."""
        self.say(f"{self.session.lab.title}. ? lists what you can type.")
        if not self.session.progress.welcomed:
            self._markdown(self.session.lab.opening)
            self.session.welcome()
        try:
            self._open(self.session.question.slug)
            while True:
                await self._obey(self.ask("> ").strip())
        except (EOFError, KeyboardInterrupt, QuitError):
            self.say("Everything is saved; `tutor --plain` goes on from here.")

    async def _obey(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        simple: Mapping[str, Callable[[], object]] = {
            "p": self._predict,
            "e": self._explain,
            "h": self._hint,
            "s": self._solution,
            "x": self._reset,
            "r": self._read,
            "l": self._list,
            "n": self._next,
            "b": self._before,
            "?": lambda: self.say(COMMANDS),
        }
        try:
            if word in ("q", "quit"):
                raise QuitError
            if word == "":
                await self._check()
            elif word == "g":
                from tutor.selecting import find_question

                self._open(find_question(self.session.lab, rest).slug)
            elif word in simple:
                simple[word]()
            else:
                self.say(f"“{word}” means nothing here; ? lists what you can type.")
        except TutorError as error:
            self.say(str(error))

    # Moving about

    def _open(self, slug: str) -> None:
        self.session.open(slug)
        self._read()
        self._predict()

    def _read(self) -> None:
        question = self.session.question
        self.say(f"\nQuestion {question.number} of {len(self.session.lab.questions)}: {question.title}")
        self.say(f"{question.section}\n")
        self._markdown(question.statement)
        self.say(f"\nYour file: {one_line(str(self.session.workspace.exercise(question.slug)))}")
        self._stage()

    def _stage(self) -> None:
        self.say(f"Now: {TO_DO[self.session.stage(self.session.question)]}.")

    def _next(self) -> None:
        question = self.session.question
        if question is self.session.lab.questions[-1]:
            self.say("This is the last question.")
            return
        if not self.session.passed(question):
            self.say(f"{question.slug} is not finished; you can come back to it.")
        self._open(self.session.lab.questions[question.number].slug)

    def _before(self) -> None:
        self._open(self.session.lab.questions[max(0, self.session.question.number - 2)].slug)

    def _list(self) -> None:
        for question in self.session.lab.questions:
            self.say(f"{question.number:3}  {question.title}: {self._state(question)}")

    def _state(self, question: Question) -> str:
        if self.session.passed(question):
            return WORDS[Status.PASSED]
        status = self.session.progress[question.slug].last_status
        return "not begun" if status is None else "to be explained" if status == "passed" else WORDS[status]

    # The loop of a question

    def _predict(self) -> None:
        for prediction in self.session.pending_predictions(self.session.question):
            self.say("")
            self._markdown(prediction.ask)
            self._options(prediction)
            if not self._answer(prediction):
                self.session.skip_predictions()
                self.say("Skipped, and noted.")
                break
        self._stage()

    def _answer(self, prediction: Prediction) -> bool:
        """Ask until the answer is understood; False when it is skipped."""
        while text := self.ask("Your prediction (Enter skips the rest) > ").strip():
            if text in ("q", "quit"):
                raise QuitError
            words = get_args(Confidence)
            sure = self.ask("How sure? 1 guess, 2 think so, 3 sure > ").strip()
            confidence = words[int(sure) - 1] if sure in ("1", "2", "3") else words[1]
            verdict = self.session.predict(prediction.name, text, confidence)
            self.say(f"Noted: {verdict.message} ({confidence})." if verdict.understood else verdict.message)
            if verdict.understood:
                return True
        return False

    def _options(self, prediction: Prediction) -> None:
        if prediction.kind == "curve":
            from tutor.figures.cells import line_text
            from tutor.figures.looks import Look
            from tutor.figures.thumbnails import choices

            look = Look(False, self.ascii_only)
            for line in choices(prediction.options, self.width, look):
                self.say(line_text(line).rstrip())
        for place, option in enumerate(prediction.options, 1):
            self.say(f"  {place}. {plain(option.text, self.width, ascii=self.ascii_only)}")

    async def _check(self) -> None:
        self.output = ""
        self.say("Checking.")
        surprises: list[Revelation] = []
        try:
            async with aclosing(self.session.check()) as messages:
                async for message in messages:
                    self._tell(message)
                    if isinstance(message, Revelation) and message.surprise and message.prediction.why:
                        surprises.append(message)
        except CheckerError as error:
            self.say(str(error))
        if self.output:
            self.say(f"Your program printed:\n{self.output[:SHOWN_OUTPUT].rstrip()}")
        for surprise in surprises:
            self._why(surprise)
        self._stage()

    def _tell(self, message: object) -> None:
        if isinstance(message, Report):
            self.say(report_text(message, ascii_only=self.ascii_only).rstrip())
        elif isinstance(message, Output):
            self.output += message.text
        elif isinstance(message, Revelation):
            self.say(sentence(message))
        elif isinstance(message, NotKept | Unprotected):
            self.say(message.sentence)
        elif isinstance(message, Curves | Picture | Heat | Table):
            from tutor.figures.drawing import to_text

            self.say("\n" + to_text(message, self.width, ascii=self.ascii_only))

    def _why(self, found: Revelation) -> None:
        seen = self.session.progress[self.session.question.slug].predictions[found.prediction.name]
        if seen.why:
            return
        self._markdown(found.prediction.why)
        if text := self.ask("In your words (Enter skips) > ").strip():
            self.session.answer_why(found.prediction.name, text)

    def _hint(self) -> None:
        hint = self.session.hint()
        self.say(f"Hint {hint.rung} of {hint.of}:")
        self._markdown(hint.text)

    def _explain(self) -> None:
        explanation = self.session.question.explanation
        self._markdown(explanation.ask)
        self.say("Your words; an empty line ends them.")
        lines: list[str] = []
        while line := self.ask("| ").rstrip():
            lines.append(line)
        if not lines:
            return
        self.session.explain("\n".join(lines))
        self.say("\nA model answer:")
        self._markdown(explanation.model_answer)
        self.say("Does yours say this? Be honest; nobody else sees it.")
        self.session.tick(
            [self._yes(plain(point, self.width, ascii=self.ascii_only)) for point in explanation.points]
        )
        self._stage()

    def _solution(self) -> None:
        question = self.session.question
        state = self.session.progress[question.slug]
        if not (state.passed or state.gave_up):
            if not self._yes("You have not passed yet. Give up, and see it?"):
                return
            self.session.give_up()
        solution = self.session.solution(question)
        if isinstance(solution, str):
            self.say(solution)
            return
        self.say(solution.source)
        self._markdown(solution.alternatives)

    def _reset(self) -> None:
        path = one_line(str(self.session.workspace.exercise(self.session.question.slug)))
        if self._yes(f"Replace {path} by the fresh exercise? What is there now is kept."):
            kept = self.session.reset()
            back = f" Back: tutor restore {self.session.question.slug} {kept[:10]}" if kept else ""
            self.say(f"It is fresh again.{back}")

    def _yes(self, question: str) -> bool:
        return self.ask(f"{question} y/n > ").strip().casefold() in ("y", "yes")

    def _markdown(self, text: str) -> None:
        if text:
            self.say(plain(text, self.width, ascii=self.ascii_only))
