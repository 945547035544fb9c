"""The review of a real lab with the real checker: values are drawn and functions checked by running code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.checking.client import Checker
from tutor.content import lab_names, load_lab
from tutor.journal import Journal
from tutor.model import Lab
from tutor.places import labs_folder, solutions_folder
from tutor.review.session import ReviewSession, Turned
from tutor.workspace import Workspace


@pytest.fixture
def real() -> Lab:
    """The first lab that came with the tutor."""
    return load_lab(labs_folder() / lab_names()[0])


async def test_cards_of_three_kinds(real: Lab, tmp_path: Path) -> None:
    """A family, a riddle and a function, one question each, answered rightly from what the checker sends."""
    workspace = Workspace.create(tmp_path, real)
    journal = Journal(workspace.state)
    one, two, three = [q for q in real.questions if q.kind == "code" and q.engine == "numpy"][:3]
    checker = Checker(real, engine_for_all=False)
    review = ReviewSession(real, workspace, journal, checker)
    known = review.deck.causes.declared
    missed, mistake = next(iter(known.families(one.slug))), sorted(known.misconceptions(two.slug))[0]

    def added(slug: str, sort: str, about: str, cause: str) -> None:
        data = {"sort": sort, "about": about, "cause": cause, "since": 0}
        journal.append("card_added", lab=real.name, question=slug, card=f"{slug}/{sort}/{about}", **data)

    added(one.slug, "ask", missed, "surprise")
    added(two.slug, "mistake", mistake, "mistake")
    added(three.slug, "retype", "", "concept")
    kinds = []
    try:
        while current := await review.next():
            kinds.append(current.card.sort)
            if current.path is not None:
                source = (solutions_folder(real.name) / f"{current.question.slug}.py").read_text()
                current.path.write_text(source)
                async for _ in review.check():
                    pass
            elif current.form == "recall":
                review.show()
            else:
                found = review.answer(current.shown(current.answer))
                assert isinstance(found, Turned)
                assert found.right
            assert review.turned is not None
            review.grade(3)
    finally:
        await checker.close()
    assert sorted(kinds) == ["ask", "mistake", "retype"]
    assert review.refused == []
    passed = [event.data["right"] for event in journal.events if event.kind == "reviewed"]
    assert passed.count(True) >= 2
