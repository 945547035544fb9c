"""The words of the verdict pane: a run in progress, a failure opened, a pass and what it means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.model import Kind, Report, Result, Status
from tutor.records import record
from tutor.ui.blocks import Block, inline_code, plain, say, spaced
from tutor.ui.symbols import ROLES, WORDS, Symbols

if TYPE_CHECKING:
    from tutor.ui.run import Run

Key = Callable[[str], str]
"""From a binding's id to the key that runs it now."""


@record
class Surroundings:
    """What the verdict says beside the run itself."""

    file: str
    """The exercise file, as short as it can be written."""
    report_file: str
    symbols: Symbols
    key: Key
    stage: str
    kind: Kind = "code"
    surprises: int = 0
    """Confident misses whose "why?" has not been answered."""
    last: Status | None = None
    """The verdict of an earlier session, when there has been no run in this one."""


def before(around: Surroundings) -> list[Block]:
    """What to do when nothing was checked yet in this session."""
    earlier = []
    if around.last is not None:
        sign, role = around.symbols.status(around.last), ROLES[around.last]
        earlier = [say((f"{sign} {WORDS[around.last].capitalize()}", role), " when it was last checked.")]
    return spaced([earlier, [_file(around)], _how_to_write(around)])


def after(run: Run, around: Surroundings) -> list[Block]:
    """What a run has brought: the checks so far, or the verdict as soon as there is one."""
    waiting = run.running and run.report is None
    return _running(run, around) if waiting else _ended(run, around)


def _running(run: Run, around: Surroundings) -> list[Block]:
    """The checks done so far and the one being waited for."""
    going = plain(f"{around.symbols.running} Checking", "t-strong")
    head = [say(going, f" {around.file} {around.symbols.ellipsis}"), *_training(run, around)]
    return spaced([head, [_line(result, around.symbols) for result in run.results]])


def _ended(run: Run, around: Surroundings) -> list[Block]:
    """The verdict, with the first failure opened and the rest quiet."""
    if run.error:
        return _our_fault(run.error, around)
    if run.refusal:
        return [say((f"{around.symbols.error} ", "t-warn"), run.refusal)]
    if run.report is None:
        return spaced([[say("The run was cancelled; nothing was judged.")], _how_to_write(around)])
    failed = run.report.status is not Status.PASSED
    return spaced(
        [
            [_headline(run.report, around.symbols), *_training(run, around)],
            [say((f"{around.symbols.error} ", "t-warn"), run.not_kept)] if run.not_kept else [],
            _results(run, around.symbols),
            _remarks(run),
            [] if failed or not run.report.tested else [_meaning(run.report)],
            _next_after_failure(run, around) if failed else _next_after_pass(around),
            [say(("Report: ", "t-dim"), (around.report_file, "t-dim"))] if around.report_file else [],
        ]
    )


def _headline(report: Report, symbols: Symbols) -> Block:
    status = report.status
    passed = sum(result.status is Status.PASSED for result in report.results)
    total = len(report.results)
    words = {
        Status.PASSED: f"Passed: all {total} checks, in {report.seconds:.2f} s.",
        Status.UNWRITTEN: "To write: nothing here is answered yet.",
        Status.TIMED_OUT: "It took too long and was stopped.",
        Status.ERROR: "The check itself failed: that is our fault, not yours.",
    }
    text = words.get(status, f"Not yet: {passed} of {total} checks pass.")
    return say((f"{symbols.status(status)} {text}", ROLES[status]))


def _results(run: Run, symbols: Symbols) -> list[Block]:
    opened = run.failure
    blocks: list[Block] = []
    for result in run.results:
        blocks.append(_line(result, symbols))
        if result is opened:
            blocks.extend(_opened(result))
    return blocks


def _line(result: Result, symbols: Symbols) -> Block:
    sign = symbols.status(result.status)
    role = ROLES[result.status]
    claim = inline_code(result.claim, "t-dim" if result.status is Status.SKIPPED else "")
    return say((f"{sign} ", role), claim, rest="  ")


def _opened(result: Result) -> list[Block]:
    where = f" (line {result.line})" if result.line else ""
    blocks = []
    if result.rationale:
        blocks += [Block(inline_code(line), "    ", "    ") for line in result.rationale.splitlines()]
    if result.help or where:
        blocks.append(say(("> ", "t-strong"), inline_code(f"{result.help}{where}"), first="    "))
    return blocks


def _remarks(run: Run) -> list[Block]:
    texts = [remark.text for remark in run.remarks] or list(run.report.remarks if run.report else ())
    return [say(("Advice: ", "t-em"), inline_code(text), rest="  ") for text in dict.fromkeys(texts)]


def _next_after_failure(run: Run, around: Surroundings) -> list[Block]:
    key = around.key
    if run.status is Status.UNWRITTEN:
        return _how_to_write(around)
    items = [("lab.hint", "a hint"), ("lab.copy", "copy this report")]
    if run.output:
        items.insert(1, ("lab.output", "what you printed"))
    pieces: list[str | tuple[str, str]] = []
    for id, what in items:
        pieces += [(f"{key(id)}", "t-key"), f" {what}   "]
    return [say(*pieces)]


def _meaning(report: Report) -> Block:
    return say(("What this green means: ", "t-strong"), inline_code(report.tested))


def _next_after_pass(around: Surroundings) -> list[Block]:
    key = around.key
    blocks = []
    if around.surprises:
        sign = around.symbols.surprise
        text = "A surprise: you were sure, and it came out otherwise. "
        blocks.append(
            say((f"{sign} ", "t-warn"), text, (key("lab.predict"), "t-key"), " shows it and asks one why.")
        )
    to_do = {
        "look": ("lab.figure", "look at what your code draws."),
        "explain": ("lab.explain", "explain it in your own words."),
        "done": ("lab.next", "go on to the next question."),
    }
    if around.stage in to_do:
        id, what = to_do[around.stage]
        blocks.append(say("Next: ", (key(id), "t-key"), f" {what}"))
    return blocks


def _our_fault(error: str, around: Surroundings) -> list[Block]:
    said = say((f"{around.symbols.error} Our fault, not yours: ", "t-warn"), error)
    again = say(
        "Your file is untouched. ", (around.key("lab.run"), "t-key"), " tries again with a fresh checker."
    )
    return spaced([[said], [again]])


def _how_to_write(around: Surroundings) -> list[Block]:
    key = around.key
    return [
        say("Save the file and it is checked here at once."),
        say(
            (key("lab.edit"), "t-key"),
            " opens it in your editor, ",
            (key("lab.edit_here"), "t-key"),
            " right here.",
        ),
    ]


def _file(around: Surroundings) -> Block:
    return say("Your file: ", (around.file, "t-strong"))


def _training(run: Run, around: Surroundings) -> list[Block]:
    """How far a training has come, while it goes on."""
    if run.progress is None or not run.running:
        return []
    progress = run.progress
    left = run.seconds_left()
    time_left = f", about {left:.0f} s left" if left is not None else ""
    cancel = (around.key("lab.cancel"), "t-key")
    going = f"{around.symbols.running} {progress.label} {progress.step} of {progress.total}{time_left}; "
    return [say(going, cancel, " cancels.")]
