"""The notebook: valid, in order, and with what did not pass as text only."""

from __future__ import annotations

import builtins
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tutor.errors import TutorError
from tutor.report.drawing import drawing
from tutor.report.gather import LabReport
from tutor.report.notebook import cells, to_notebook
from tutor.session import Session

from .conftest import FIGURES

DAY = date(2026, 11, 24)


def test_it_is_a_valid_notebook(full: LabReport, learner: Session) -> None:
    """Markdown, setup, the function, its figures, the words; the same each time."""
    nbformat = pytest.importorskip("nbformat")
    made = to_notebook(full, learner.lab.folder, DAY)
    assert made == to_notebook(full, learner.lab.folder, DAY)
    notebook = nbformat.reads(made, 4)
    nbformat.validate(notebook)
    code = [one.source for one in notebook.cells if one.cell_type == "code"]
    assert code[0].startswith("import numpy as np")
    assert code[1].startswith("def double(x):")
    assert sum("plt.show()" in source for source in code) == 4


def test_code_that_did_not_pass_is_not_run(full: LabReport, learner: Session) -> None:
    """It is shown in a block of text."""
    broken = replace(
        full.entries[0], passed=False, code="def double(x:\n", note="Not passed yet.", figures=()
    )
    made = list(cells(replace(full, parts=(("All", (broken,)),)), learner.lab.folder, DAY))
    assert [kind for kind, _ in made].count("code") == 1
    assert any("```python\ndef double(x:\n```" in source for kind, source in made if kind == "markdown")


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_figures_without_a_cell_of_their_lab_bring_their_numbers(figure: Any) -> None:
    """The code is Python and draws without a window."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    exec(drawing(figure), {"plt": pytest.importorskip("matplotlib.pyplot")})


def test_a_missing_package_is_said_with_the_cure(
    full: LabReport, learner: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, one command."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("nbformat"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(TutorError, match=r"pip install 'lab-tutor\[report\]'"):
        to_notebook(full, learner.lab.folder, DAY)
