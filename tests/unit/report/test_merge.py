"""Files that import each other become cells of one notebook, and mean the same there."""

from __future__ import annotations

import contextlib
import io

import pytest

from tutor.report.merge import KEEP, cell, clashes, needs, read

SLUGS = ("q1", "q2", "q3")


def cells(**sources: str) -> list[str]:
    """The cells of some files, with what keeps clashing names apart."""
    files = [found for slug, source in sources.items() if (found := read(slug, source))]
    clashing = clashes(files, (), SLUGS)
    return ([KEEP] if clashing else []) + [cell(file, SLUGS, clashing) for file in files]


def run(made: list[str]) -> dict[str, object]:
    """What is defined after running the cells in order, as a notebook would."""
    scope: dict[str, object] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for source in made:
            exec(source, scope)
    return scope


def test_docstring_demo_and_imports_of_the_lab_vanish() -> None:
    """The rest stays as it was written, comments included."""
    source = (
        '"""Question 2.\n\nBy hand."""\n\nimport math\nfrom q1 import (\n    one,\n    two,\n)\n\n\n'
        "def f(x):\n    # mine\n    return one(x) + math.pi\n\n\n"
        "if __name__ == '__main__':\n    from q1 import two\n    print(f(2))\n"
    )
    assert cells(q2=source) == ["import math\n\n\ndef f(x):\n    # mine\n    return one(x) + math.pi"]


@pytest.mark.parametrize(
    "line",
    ["from q1 import one as uno", "import q1\nuno = q1.one", "import q1 as first\nuno = first.one"],
)
def test_imports_under_another_name(line: str) -> None:
    """They still mean the earlier function."""
    scope = run(cells(q1="def one():\n    return 1\n", q2=f"{line}\n\ndef f():\n    return uno() + 1\n"))
    assert scope["f"]() == 2  # type: ignore[operator]


def test_an_import_inside_a_function() -> None:
    """Becomes nothing, and the function still has a body."""
    scope = run(
        cells(q1="def one():\n    return 1\n", q2="def f():\n    from q1 import one\n    return one()\n")
    )
    assert scope["f"]() == 1  # type: ignore[operator]


def test_helpers_of_the_same_name_are_kept_apart() -> None:
    """Each function goes on using the helper of its own file."""
    one = "EPS = 1\n\ndef helper():\n    return EPS\n\ndef f():\n    return helper()\n"
    two = "EPS = 2\n\ndef helper():\n    return 10 * EPS\n\ndef g():\n    return helper()\n"
    scope = run(cells(q1=one, q2=two))
    assert (scope["f"](), scope["g"]()) == (1, 20)  # type: ignore[operator]


def test_a_file_that_writes_an_earlier_function_again() -> None:
    """A later import of it gets the one of the file it names."""
    scope = run(
        cells(
            q1="def one():\n    return 1\n",
            q2="def one():\n    return -1\n\ndef two():\n    return one()\n",
            q3="from q1 import one\n\ndef three():\n    return one()\n",
        )
    )
    assert (scope["two"](), scope["three"]()) == (-1, 1)  # type: ignore[operator]


def test_the_same_import_twice_is_no_clash() -> None:
    """NumPy under its usual name, or a function of the lab."""
    files = [
        read("q1", "import math as m\n\ndef one():\n    return m.pi\n"),
        read("q2", "import math as m\nfrom q1 import one\n\ndef two():\n    return one()\n"),
    ]
    assert clashes([file for file in files if file], (), SLUGS) == frozenset()


def test_two_functions_of_one_name_from_different_libraries_clash() -> None:
    """`exp` of math takes one number, `exp` of NumPy arrays."""
    files = [read("q1", "from math import exp\n"), read("q2", "from numpy import exp\n")]
    assert clashes([file for file in files if file], (), SLUGS) == {"exp"}


def test_needs() -> None:
    """The files of the lab that a file imports, wherever it does."""
    found = read("q3", "import os, q1\n\ndef f():\n    from q2 import x\n")
    assert found is not None
    assert needs(found, SLUGS) == {"q1", "q2"}


@pytest.mark.parametrize("source", ["def f(:\n", "\x00", "(" * 5000, "x = " + "-" * 100_000 + "1"])
def test_what_is_no_python_is_no_file(source: str) -> None:
    """However it is broken."""
    assert read("q1", source) is None
