"""The judge holds promises against subjects in this process."""

from __future__ import annotations

from tests.unit.checking.conftest import Toy
from tutor.checking.tryout import first_failure, judged
from tutor.model import Status


def test_the_solution_passes_every_check(toy: Toy) -> None:
    """The reference itself is never rejected."""
    material = toy.material("t02_mean")
    judge, results = judged(material, material.solution, 1)
    assert first_failure(results) is None
    assert judge.misconception is None


def test_every_misconception_is_rejected_by_its_own_name(toy: Toy) -> None:
    """A wrong implementation in the place of the right one is told as itself."""
    material = toy.material("t02_mean")
    judge, _ = judged(material, material.solution, 1)
    for item in judge.promises.misconceptions:
        other, results = judged(material, material.solution, 1, (item.target, item.implementation))
        assert first_failure(results) is not None
        assert other.misconception == item.slug


def test_syntax_names_exits_and_errors_have_their_own_words(toy: Toy) -> None:
    """Each way not to return a value has its own sentence, with the line where there is one."""
    material = toy.material("t01_double")
    cases = {
        "def double(x)\n    return 1\n": ("Line 1 is not valid Python", "syntax-error"),
        "def doubl(x):\n    return 2 * x\n": ("I found `doubl`; the exercise needs `double`", "wrong-name"),
        "y = 1\n": ("defines no `double`", "missing-name"),
        "double = 3\n": ("no function", None),
        "def double(x):\n    exit()\n": ("ends the program", "exits"),
        "def double(x):\n    return 1 / 0\n": ("line 2 with ZeroDivisionError", None),
        "def double():\n    return 1\n": ("takes 0 positional arguments", None),
        "def double(x):\n    2 * x\n": ("returned None", "returns-none"),
        "def double(x):\n    x *= 2\n    return x\n": ("changed its argument `x` in place", "mutated-input"),
        "def double(x):\n    return double(x)\n": ("without end", None),
        "import nothing_like_this\n": ("ModuleNotFoundError", None),
    }
    for source, (words, slug) in cases.items():
        judge, results = judged(material, source, 1)
        failed = first_failure(results)
        assert failed is not None and failed.status is Status.FAILED, source
        assert words in failed.rationale, failed.rationale
        assert judge.misconception == slug, source


def test_one_failure_at_a_time(toy: Toy) -> None:
    """After the first check that fails the rest stay grey."""
    material = toy.material("t01_double")
    path = material.lab / "t01_double.py"
    more = '\n@check\ndef later(t):\n    """Later."""\n    t.call("double", 1.0)\n'
    path.write_text(path.read_text() + more)
    _, results = judged(material, "def double(x):\n    return x\n", 1)
    assert [result.status for result in results] == [Status.FAILED, Status.SKIPPED]


def test_a_misconception_is_given_up_at_the_first_other_answer(toy: Toy) -> None:
    """Many are tried in the time of one check; the one that is the learner's is found all the same."""
    material = toy.material("t01_double")
    path = material.lab / "t01_double.py"
    more = """
CALLS = []

@check
def often(t):
    \"\"\"Three numbers, one after the other; right for the first, whoever answers.\"\"\"
    got = [t.call("double", float(x)) for x in (0, 1, 2)]
    t.require(got == [0.0, 2.0, 4.0], "Not the double.")

@misconception("double", look="the factor")
def tripled(x):
    \"\"\"You triple.\"\"\"
    CALLS.append(x)
    return 3.0 * x

@misconception("double", look="the factor")
def halved_from_two_on(x):
    \"\"\"You halve.\"\"\"
    return 2.0 * x if x < 2 else x / 2
"""
    path.write_text(path.read_text().replace("@check\ndef value", "def value") + more)
    judge, _ = judged(material, "def double(x):\n    return 2.0 * x if x < 2 else x / 2\n", 1)
    assert judge.misconception == "halved-from-two-on"
    tried = judge.promises.misconceptions
    triple = next(item for item in tried if item.slug == "tripled")
    assert triple.implementation.__globals__["CALLS"] == [0.0, 1.0]
