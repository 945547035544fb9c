"""The two sides of a card as text."""

from __future__ import annotations

from tutor.review.earlier import Earlier
from tutor.review.prompts import Prompt
from tutor.review.session import Turned
from tutor.review.words import GRADE_WORDS, SORT_WORDS, why_asked
from tutor.ui.blocks import Block, say, spaced, verbatim
from tutor.ui.code import code
from tutor.ui.desk import Desk
from tutor.ui.drawn import small_curves
from tutor.ui.prose import prose

_HOW = {
    "number": "A number: 0.25, 1e-3, 2/3 and ln 3 all work.",
    "shape": "A shape, such as (120, 5), or (120,) for a vector.",
    "text": "What is printed, as you think it looks.",
    "recall": "Say it in your own words, typed or in your mind; then compare.",
}


def ask_text(current: Prompt, *, turned: bool = False) -> list[Block]:
    """The question, where it comes from, and, until it was, how it is answered."""
    question = current.question
    head = say(
        (f"{question.number:02d} {question.title}", "t-heading"),
        (f"  {SORT_WORDS[current.card.sort]}; {why_asked(current.card)}", "t-dim"),
    )
    how = str(current.path) if current.path else "" if turned else _HOW.get(current.form, "")
    return spaced([[head], prose(current.ask), [say((how, "t-dim"))] if how else []])


def option_blocks(current: Prompt, desk: Desk) -> list[Block]:
    """The options, with their curves drawn."""
    drawn = [option for option in current.options if option.curve]
    curves = small_curves(drawn, 24, 4, ascii_only=desk.settings.ascii)
    texts = [prose(option.text)[0].content for option in current.options]
    return [
        say(curves[option.key] + "\n", text) if option.key in curves else say(text)
        for option, text in zip(current.options, texts, strict=True)
    ]


def turned_text(turned: Turned, desk: Desk) -> list[Block]:
    """The verdict, the actual value, how it comes about, and what the learner said before."""
    return spaced(
        [
            _verdict(turned, desk),
            prose(turned.prompt.because) if turned.prompt.because else [],
            *(_earlier(said) for said in turned.earlier),
            [say(("How well did you know it? Enter takes ", "t-dim"), _suggested(turned), (".", "t-dim"))],
        ]
    )


def _suggested(turned: Turned) -> str:
    return f"{turned.suggested} {GRADE_WORDS[turned.suggested]}"


def _verdict(turned: Turned, desk: Desk) -> list[Block]:
    symbols = desk.symbols
    blocks = []
    if turned.right is True:
        blocks.append(say((f"{symbols.passed} As you said: ", "t-good"), turned.answer))
    elif turned.right is False:
        blocks.append(say((f"{symbols.failed} You said: ", "t-bad"), turned.answer))
    elif turned.answer:
        blocks.append(say(("You said: ", "t-dim"), turned.answer))
    if turned.prompt.prediction is None and turned.actual:
        return [*blocks, *prose(turned.actual)]
    if turned.actual and not turned.right:
        blocks.append(say(("It is: ", "t-strong"), prose(turned.actual)[0].content))
    return blocks


def _earlier(said: Earlier) -> list[Block]:
    head = say((f"{said.when}, {said.what}:", "t-dim"))
    return [head, *(code(said.text, indent="  ") if said.code else verbatim(said.text, "  "))]
