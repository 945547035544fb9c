"""The notebook of a learner who has passed everything opens in Jupyter and runs from top to bottom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tutor.content import lab_names, load_lab
from tutor.model import Lab
from tutor.places import labs_folder, solutions_folder
from tutor.report.gather import Entry, LabReport
from tutor.report.notebook import to_notebook
from tutor.stubs import without_markers

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")


def solved(lab: Lab) -> LabReport:
    """The report of someone whose answers are the solutions."""
    parts = []
    for part in lab.parts:
        entries = []
        for question in part.questions:
            source = (solutions_folder(lab.name) / f"{question.slug}.py").read_text(encoding="utf-8")
            code = without_markers(source)
            entries.append(Entry(question, True, code, "", (), "In my words.", (), (), 1, 0, False))
        parts.append((part.title, tuple(entries)))
    return LabReport(lab.title, tuple(parts))


@pytest.mark.parametrize("name", lab_names())
def test_it_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cell fails; there is a curve for every question that draws one on the sheet."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    lab = load_lab(labs_folder() / name)
    notebook = nbformat.reads(to_notebook(solved(lab), lab.folder, date(2026, 11, 24)), 4)
    nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error"]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert list(tmp_path.iterdir()) == []
