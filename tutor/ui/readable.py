"""Stands in for a question whose own text is broken, so that the screen can say so and go on."""

from __future__ import annotations

from tutor.errors import ContentError
from tutor.model import Explanation, HintLadder, Question


def readable(question: Question) -> Question:
    """Give the question, or one that holds nothing but the sentence about what is wrong with its file."""
    try:
        question.statement  # noqa: B018 - a question's text is parsed when it is first asked for
    except ContentError as error:
        return _stand_in(question, str(error))
    return question


def _stand_in(question: Question, fault: str) -> Question:
    text = "This question cannot be shown, as a file of the lab is broken: our fault. The others work."
    return Question(
        slug=question.slug,
        number=question.number,
        title=question.title,
        section=question.section,
        kind=question.kind,
        engine=question.engine,
        statement=f"{text}\n\n```\n{fault}\n```",
        predictions=(),
        ladders=(HintLadder("", (text,)),),
        explanation=Explanation(text, "", ()),
        alternatives="",
        source=question.source,
    )
