"""The page in a real browser: it is drawn, it prints, and nothing in it is refused or loaded."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tutor.report.gather import LabReport
from tutor.report.html import to_page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


@pytest.fixture
def page(full: LabReport, tmp_path: Path) -> Path:
    """The report on disk."""
    path = tmp_path / "report.html"
    path.write_text(to_page(full, date(2026, 11, 24)), encoding="utf-8")
    return path


def browse(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the browser without a window."""
    command = [
        str(BROWSER),
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        f"--user-data-dir={page.parent}/profile",
    ]
    return subprocess.run(
        [*command, *options, page.as_uri()],
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
        cwd=page.parent,
    )


def test_it_is_drawn_and_runs_nothing(page: Path) -> None:
    """The learner's script tags are text: the document the browser built holds no script."""
    built = browse(page, "--dump-dom").stdout
    assert "<script" not in built
    assert "&lt;script&gt;" in built
    assert built.count("<svg") == 3
    assert built.count("</figure>") == 5


def test_it_prints(page: Path) -> None:
    """A PDF with pages."""
    browse(page, "--print-to-pdf=report.pdf", "--no-pdf-header-footer")
    pdf = (page.parent / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") >= 1
