"""The words of the statement, predictions, output and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor import answers
from tutor.hints import Hint, next_hint
from tutor.model import Prediction, Question
from tutor.progress import Foreseen
from tutor.session import Session
from tutor.ui.blocks import GAP, Block, heading, plain, say, spaced, verbatim
from tutor.ui.desk import Desk
from tutor.ui.prose import prose

if TYPE_CHECKING:
    from tutor.ui.run import Run

_KINDS = {
    "look": "The code is given; you look at what your earlier answers do, and explain it.",
    "run": "The code is given; you predict what it prints, run it, and explain it.",
}


def statement_text(question: Question) -> list[Block]:
    """The title, where it belongs, and the statement."""
    top = [heading(f"{question.number}. {question.title}"), say((question.section, "t-dim"))]
    kind = _KINDS.get(question.kind)
    return spaced([top, [say((kind, "t-em"))] if kind else [], prose(question.statement)])


def predictions_text(question: Question, session: Session, desk: Desk) -> list[Block]:
    """Each prediction with what was said and, once known, what it is."""
    if not question.predictions:
        return [say("There is nothing to predict in this question.")]
    foreseen = session.progress[question.slug].predictions
    pending = session.pending_predictions(question)
    groups = [_asked(p, foreseen[p.name], desk) for p in question.predictions if p.name in foreseen]
    if pending:
        count = f"{len(pending)} prediction{'s' * (len(pending) > 1)} to make before the first check. "
        groups.append([say(count, (desk.key("lab.predict"), "t-key"), " asks.")])
    elif not any(one.right is not None for one in foreseen.values()):
        groups.append([say(("What really comes out is shown after a pass.", "t-dim"))])
    return spaced(groups)


def _asked(prediction: Prediction, foreseen: Foreseen, desk: Desk) -> list[Block]:
    blocks = prose(prediction.ask)
    if foreseen.skipped:
        blocks.append(say(("  skipped", "t-dim")))
    else:
        said = said_as(prediction, foreseen.answer)
        blocks.append(
            say("You said: ", (said, "t-strong"), (f"  ({foreseen.confidence})", "t-dim"), first="  ")
        )
    if foreseen.right is not None:
        blocks += _outcome(prediction, foreseen, desk)
    return blocks


def _outcome(prediction: Prediction, foreseen: Foreseen, desk: Desk) -> list[Block]:
    symbols = desk.symbols
    sign, role = (symbols.passed, "t-good") if foreseen.right else (symbols.failed, "t-bad")
    verdict = "as you said" if foreseen.right else "not what you said"
    actual = answers.show(prediction, foreseen.actual)
    blocks = [say("It is:    ", (actual, "t-strong"), (f"  {sign} {verdict}", role), first="  ")]
    if foreseen.surprise:
        blocks.append(say((f"{symbols.surprise} A surprise: you were sure.", "t-warn"), first="  "))
    if foreseen.why:
        blocks.append(say("Why: ", foreseen.why, first="  ", rest="       "))
    return blocks


def said_as(prediction: Prediction, answer: str) -> str:
    """Write an answer as the learner gave it: an option by its text, anything else as typed."""
    return answers.show(prediction, answer) if prediction.options else answer


def output_text(run: Run | None, desk: Desk) -> list[Block]:
    """What the learner's code printed in the last run, and whether any of it is missing."""
    if run is None:
        return [say("Nothing has run yet. ", (desk.key("lab.run"), "t-key"), " runs your file.")]
    if not run.output:
        waiting = "Nothing printed so far." if run.running else "Your code printed nothing."
        return [say((waiting, "t-dim"))]
    blocks = verbatim(run.output)
    if run.truncated:
        missing = f"{desk.symbols.ellipsis} There was more; only the beginning was kept."
        blocks += [GAP, say((missing, "t-warn"))]
    return blocks


def hints_text(question: Question, desk: Desk) -> list[Block]:
    """All hints given so far, each with its place on its ladder, and what comes next."""
    key = desk.key("lab.hint")
    hints = desk.session.hints_seen(question)
    if not hints:
        return [
            say("No hint taken yet. ", (key, "t-key"), " gives one; each is short and shows another way too.")
        ]
    groups = [[_rung(hint), *prose(hint.text)] for hint in hints]
    following = next_hint(question, desk.session.progress[question.slug])
    if following in hints:
        return spaced(
            [*groups, [say(("These are all the hints; another failure may bring others.", "t-dim"))]]
        )
    more = f" gives hint {following.rung} of {following.of}{_about(following)}."
    return spaced([*groups, [say((key, "t-key"), (more, "t-dim"))]])


def _rung(hint: Hint) -> Block:
    return Block(plain(f"Hint {hint.rung} of {hint.of}{_about(hint)}", "t-heading"))


def _about(hint: Hint) -> str:
    target = hint.target.replace("-", " ").replace("_", " ")
    return f", about what failed: {target}" if target else ""
