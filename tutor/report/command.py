"""`tutor report`: gathers, draws, and writes the files that were asked for."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from tutor.cleaning import one_line
from tutor.errors import TutorError
from tutor.files import write_atomically
from tutor.printing import say
from tutor.refusals import reason
from tutor.report.gather import LabReport, gather, with_figures
from tutor.review.words import count
from tutor.session import Session


def report(session: Session, *, html: Path | None, md: Path | None, ipynb: Path | None) -> int:
    """Write the report in the forms asked for, one HTML page by default; returns the exit status."""
    if html is md is ipynb is None:
        html = _where_it_can_be_written(f"{session.lab.name}-report.html")
    for path in filter(None, (html, md, ipynb)):
        _needs_place(path)
    gathered = gather(session)
    begun = sum(entry.begun for entry in gathered.entries)
    if not begun:
        say("There is nothing to report yet: predict, write or explain something first.")
        return 1
    if ipynb is not None:
        _needs_nbformat()
    full = asyncio.run(_drawn(gathered, session))
    for path in _write(full, session, html, md, ipynb):
        say(f"Written: {one_line(str(path))} ({count(begun, 'question')})")
    return 0


def _write(
    full: LabReport, session: Session, html: Path | None, md: Path | None, ipynb: Path | None
) -> list[Path]:
    day = date.today()
    written = []
    if html is not None:
        from tutor.report.html import to_page

        written.append(_save(html, to_page(full, day)))
    if md is not None:
        from tutor.report.markdown import to_markdown

        written.append(_save(md, to_markdown(full, day)))
    if ipynb is not None:
        from tutor.report.notebook import to_notebook

        written.append(_save(ipynb, to_notebook(full, session.lab.folder, day)))
    return written


async def _drawn(gathered: LabReport, session: Session) -> LabReport:
    """The report with its figures; the checker is closed whatever happens."""
    try:
        return await with_figures(gathered, session, lambda line: print(line, file=sys.stderr, flush=True))
    finally:
        await session.close()


def _needs_nbformat() -> None:
    """Say what is missing before anything is run."""
    try:
        import nbformat  # noqa: F401 - only asked whether it is there
    except ImportError:
        raise TutorError(
            "a notebook needs the package nbformat, which is not here; run pip install 'lab-tutor[report]'."
        ) from None


def _where_it_can_be_written(name: str) -> Path:
    """A file here; where this folder can only be read, one at home."""
    here = Path(name)
    return here if os.access(Path.cwd(), os.W_OK) else Path.home() / name


def _needs_place(path: Path) -> None:
    """Say that a file cannot be written before the figures are drawn, not after."""
    try:
        with tempfile.TemporaryFile(dir=path.absolute().parent):
            pass
    except OSError as error:
        raise _refused(path, error) from None


def _save(path: Path, text: str) -> Path:
    try:
        write_atomically(path.absolute(), text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise _refused(path, error) from None
    return path


def _refused(path: Path, error: OSError) -> TutorError:
    return TutorError(f"{path} cannot be written ({reason(error)}); name a file in another folder.")
