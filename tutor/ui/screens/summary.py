"""The page at the end of the lab: how it went and what to look at again."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.figures.drawing import thin
from tutor.model import Curves, Option
from tutor.summary import Summary, duration, summarize
from tutor.ui.blocks import Block, heading, say, spaced
from tutor.ui.desk import Desk
from tutor.ui.drawn import small_curves
from tutor.ui.run import Run
from tutor.ui.screens.ask import ReadScreen
from tutor.ui.symbols import Symbols


class SummaryScreen(ReadScreen):
    """Sums the lab up; the questions worth another look come last."""

    def __init__(self, desk: Desk, runs: Mapping[str, Run]) -> None:
        summary = summarize(desk.session)
        curves = _curves(runs, ascii_only=desk.settings.ascii)
        super().__init__("How it went", summary_text(summary, desk.symbols, curves), "back to the lab")


def summary_text(summary: Summary, symbols: Symbols, curves: list[Block]) -> list[Block]:
    """The page as text."""
    done = summary.passed == summary.questions
    first = "You are through: every question is passed and explained." if done else "So far:"
    return spaced(
        [
            [say((first, "t-strong"))],
            _numbers(summary, symbols),
            [heading("Curves of this session"), *curves] if curves else [],
            _review(summary, symbols),
        ]
    )


def _numbers(summary: Summary, symbols: Symbols) -> list[Block]:
    predicted = f"{summary.right} of {summary.predicted} right" if summary.predicted else "no outcome yet"
    rows = [
        ("Questions", f"{summary.passed} of {summary.questions} done, {summary.explained} explained"),
        ("Time", f"about {duration(summary.seconds)} (pauses left out)"),
        ("Attempts", f"{summary.attempts} check{_s(summary.attempts)} of something written"),
        ("Predictions", f"{predicted}, {summary.skipped} skipped" if summary.skipped else predicted),
        (
            "Surprises",
            f"{symbols.surprise} sure and wrong {summary.surprises} time{_s(summary.surprises)}: learnt best",
        ),
        (
            "Hints",
            f"{summary.hints} taken; {summary.gave_up} solution{_s(summary.gave_up)} seen before a pass",
        ),
    ]
    return [say((f"{name:<12}", "t-dim"), text, rest=" " * 12) for name, text in rows]


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _curves(runs: Mapping[str, Run], *, ascii_only: bool) -> list[Block]:
    blocks = []
    for run in runs.values():
        curve = next((figure for figure in run.figures if isinstance(figure, Curves) and figure.series), None)
        if curve is not None:
            options = [Option("curve", "", thin(curve, 200).series[0].y)]
            drawn = small_curves(options, 40, 4, ascii_only=ascii_only)["curve"]
            blocks += [say(f"{run.question.number:02d} {curve.title}"), Block(drawn, "   ", "   ", "keep")]
    return blocks


def _review(summary: Summary, symbols: Symbols) -> list[Block]:
    if not summary.review:
        return [say("Nothing stands out for review.")]
    rows = [
        say(
            f"{symbols.bullet} {one.question.number:02d} {one.question.title}: ",
            (", ".join(one.reasons), "t-dim"),
            rest="  ",
        )
        for one in summary.review
    ]
    return [heading("Worth another look"), *rows]
