"""What one check run has brought so far: the screen owns one, its panes read it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tutor.figures.buffer import CurveBuffer
from tutor.model import (
    Actual,
    Curves,
    Figure,
    Output,
    Progress,
    Question,
    Remark,
    Report,
    Result,
    Series,
    Status,
    Unprotected,
)
from tutor.session import Message, NotKept, Revelation

SHOWN_OUTPUT = 200_000
"""Characters of printed output kept on screen; a program that prints for ever must not fill the memory."""


@dataclass
class Run:
    """A run from the moment it is asked for; `add` takes its messages in the order they come."""

    question: Question
    path: Path
    clock: Callable[[], float] = time.monotonic
    training_since: float = 0.0
    """When the present training began, by the clock."""
    results: list[Result] = field(default_factory=list)
    report: Report | None = None
    remarks: list[Remark] = field(default_factory=list)
    actuals: dict[str, Actual] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    output: str = ""
    truncated: bool = False
    progress: Progress | None = None
    x_end: float | None = None
    """Where the curve of the training will end, once it can be known."""
    last_green: Series | None = None
    """The losses of the last run that passed, to be drawn beside this one."""
    losses: CurveBuffer = field(default_factory=lambda: CurveBuffer("this run"))
    """Of a training that goes on."""
    error: str = ""
    """Our own fault, in words."""
    refusal: str = ""
    """What kept the check from being run: a missing folder."""
    not_kept: str = ""
    """Why the verdict could not be written down."""
    cancelled: bool = False
    finished: bool = False

    @property
    def running(self) -> bool:
        """Whether more may come."""
        return not (self.finished or self.cancelled or self.error or self.refusal)

    @property
    def status(self) -> Status | None:
        """The verdict; None before there is one."""
        return Status.ERROR if self.error else self.report.status if self.report else None

    @property
    def failure(self) -> Result | None:
        """The first result that is neither a pass nor quiet: the one that is opened."""
        quiet = (Status.PASSED, Status.SKIPPED)
        return next((result for result in self.results if result.status not in quiet), None)

    def add(self, message: Message) -> None:
        """Take one message of the run."""
        match message:
            case Result():
                self.results.append(message)
            case Report():
                self.report = message
                self.results = list(message.results) or self.results
            case Remark():
                self.remarks.append(message)
            case Actual():
                self.actuals[message.name] = message
            case Output():
                self._print(message)
            case Progress():
                self._advance(message)
            case NotKept():
                self.not_kept = message.sentence
            case Revelation() | Unprotected():
                pass  # the session has journalled it; whoever shows it reads it there, or from the message
            case _:
                self.figures.append(message)

    def seconds_left(self) -> float | None:
        """Guess how long the training still takes from its steps so far; None before it can be known."""
        done = self.progress.step / self.progress.total if self.progress and self.progress.total else 0.0
        spent = self.clock() - self.training_since
        return spent * (1 - done) / done if done > 0 and spent > 0.3 else None

    @property
    def drawings(self) -> list[Figure]:
        """What there is to look at: the figures, or else the losses of the training."""
        curve = None if self.figures else self.live_curve()
        return [*self.figures, curve] if curve else list(self.figures)

    def green_losses(self) -> Series | None:
        """Hand this run's losses on to the next one if it passed, else those it was given."""
        if self.status is Status.PASSED and self.losses.count:
            return replace(self.losses.series(), name="last green")
        return self.last_green

    def live_curve(self) -> Curves | None:
        """Draw what a training has told of its losses, on an axis whose end is known."""
        if not self.losses.count or self.progress is None:
            return None
        own = self.losses.series()
        series = (own, self.last_green) if self.last_green else (own,)
        label = self.progress.label if self.x_end in (None, self.progress.total) else "epoch"
        return Curves("Loss while it trains", series, label, "loss", x_max=self.x_end)

    def _print(self, message: Output) -> None:
        room = SHOWN_OUTPUT - len(self.output)
        self.output += message.text[:room]
        self.truncated |= message.truncated or len(message.text) > room

    def _advance(self, message: Progress) -> None:
        if self.progress is None or message.step <= self.progress.step:
            self.training_since = self.clock()
        self.progress = message
        for x, y in message.points:
            if self.losses.last is not None and x <= self.losses.last[0]:
                self.losses, self.x_end = CurveBuffer("this run"), None  # the next training of this run
            self.losses.append(x, y)
        if self.x_end is None and message.step > 1 and self.losses.last and self.losses.last[0] > 0:
            # x may count epochs where the steps count batches: then the end is the same share further.
            share = self.losses.last[0] / (message.step - 1)
            self.x_end = float(message.total if share > 0.5 else max(1, round(message.total * share)))
