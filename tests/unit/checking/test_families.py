"""Prompts for review: every family of every lab draws fresh values and knows its answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tutor import answers
from tutor.checking import families, promises, puzzle
from tutor.checking.author import Family
from tutor.checking.material import Material
from tutor.content import lab_names, load_lab
from tutor.errors import CheckerError
from tutor.model import Fresh, Lab, Prediction, Question
from tutor.places import labs_folder, solutions_folder
from tutor.statement import faults

LABS = [load_lab(labs_folder() / name) for name in lab_names()]
QUESTIONS = [pytest.param(lab, one, id=one.slug) for lab in LABS for one in lab.questions]
FAMILIES = [
    pytest.param(family, id=f"{one.slug}-{family.name}")
    for lab in LABS
    for one in lab.questions
    for family in families.load(lab.folder / "review" / f"{one.slug}.py").values()
]
SEEDS = range(1, 13)


def asked(fresh: Fresh) -> Prediction:
    """The prompt as a prediction."""
    assert fresh.form != "recall"
    return Prediction("p", fresh.form, fresh.ask, fresh.options, fresh.tolerance)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_answer_of_a_family_is_an_answer(family: Family) -> None:
    """Written as it is shown, it is understood and right; among options it is one of them, each once."""
    for seed in SEEDS:
        fresh = families.draw(family, seed)
        prediction = asked(fresh)
        if fresh.options:
            assert [option.key for option in fresh.options].count(fresh.answer) == 1
            texts = [option.text for option in fresh.options]
            assert len(set(texts)) == len(texts)
            value: object = fresh.answer
        else:
            value = answers.understand(prediction, answers.show(prediction, fresh.answer))
        assert answers.matches(prediction, value, fresh.answer)  # type: ignore[arg-type]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_asks_for_other_values_each_time(family: Family) -> None:
    """The same seed asks the same; the next one never asks the very same twice running."""
    drawn = [families.draw(family, seed, seed - 1 if seed > 1 else None) for seed in SEEDS]
    assert families.draw(family, 3, 2) == drawn[2]
    plain = [families.draw(family, seed).ask for seed in SEEDS]
    assert all(later.ask != before for later, before in zip(drawn[1:], plain, strict=False))
    assert len({fresh.ask for fresh in drawn}) >= 3


@pytest.mark.parametrize("family", FAMILIES)
def test_the_formulas_of_a_family_can_be_drawn(family: Family) -> None:
    """In what is asked, in the options and in the reason; and there is a reason."""
    for seed in SEEDS:
        fresh = families.draw(family, seed)
        assert fresh.because
        for text in (fresh.ask, fresh.because, *(option.text for option in fresh.options)):
            assert faults(text) == []


@pytest.fixture
def one_thread() -> Iterator[None]:
    """As in the checker: so small networks are far slower on several."""
    torch = pytest.importorskip("torch")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize(("lab", "question"), QUESTIONS)
def test_a_misconception_becomes_a_riddle(lab: Lab, question: Question) -> None:
    """What a check sees, the right sentence among others; or a plain question where that would tell it."""
    slugs = tuple(one.slug for one in lab.questions)
    material = Material(lab.folder, solutions_folder(lab.name), question.slug, slugs)
    held = promises.load(lab.folder / f"{question.slug}.py")
    for item in held.misconceptions[:2]:
        riddle = puzzle.about(material, held, item.slug, 1)
        assert riddle is not None
        if riddle.form == "recall":
            assert item.sentence in riddle.ask
            continue
        keys = [option.key for option in riddle.options]
        assert keys.count(item.slug) == 1
        assert 2 <= len(keys) == len(set(keys)) <= 4
        assert item.sentence not in riddle.ask


def test_a_family_that_is_gone_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A card from another version of the lab is no crash."""
    lab = LABS[0]
    request = {
        "lab": str(lab.folder),
        "solutions": str(solutions_folder(lab.name)),
        "slugs": [one.slug for one in lab.questions],
        "question": lab.questions[0].slug,
        "name": "gone",
        "seed": 1,
    }
    for sort in ("ask", "mistake"):
        with pytest.raises(CheckerError, match="gone"):
            families.fresh({**request, "sort": sort})
