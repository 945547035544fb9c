"""A report as plain text: for the shell, for the report file, for the clipboard."""

from __future__ import annotations

from tutor.cleaning import one_line
from tutor.model import Report, Result, Status

SYMBOLS = {
    Status.PASSED: "✔",
    Status.FAILED: "✘",
    Status.ERROR: "!",
    Status.TIMED_OUT: "⧗",
    Status.SKIPPED: "○",
    Status.UNWRITTEN: "…",
}
ASCII_SYMBOLS = {
    Status.PASSED: "ok",
    Status.FAILED: "x ",
    Status.ERROR: "! ",
    Status.TIMED_OUT: "t ",
    Status.SKIPPED: "- ",
    Status.UNWRITTEN: ". ",
}
WORDS = {
    Status.PASSED: "passed",
    Status.FAILED: "failed",
    Status.ERROR: "the tutor failed, not you",
    Status.TIMED_OUT: "ran out of time",
    Status.SKIPPED: "not checked",
    Status.UNWRITTEN: "not written yet",
}


def report_text(report: Report, *, ascii_only: bool = False) -> str:
    """The report in lines; the first result that is not green is explained, the others are not."""
    symbols = ASCII_SYMBOLS if ascii_only else SYMBOLS
    lines = [f"{symbols[report.status]} {report.question}: {WORDS[report.status]}"]
    explained = False
    for result in report.results:
        lines.append(f"  {symbols[result.status]} {result.claim}")
        if not explained and result.status not in (Status.PASSED, Status.SKIPPED):
            lines += _explain(result)
            explained = True
    lines += [f"  Remark: {text}" for text in report.remarks]
    if report.status is Status.PASSED and report.tested:
        lines.append(f"  What this green means: {report.tested}")
    lines.append(f"  {one_line(report.path)} (version {report.sha256[:10]}, {report.seconds:.2f} s)")
    if report.status not in (Status.PASSED, Status.UNWRITTEN):
        lines.append(f"  To run exactly this again: tutor check {report.question} --seed {report.seed}")
    return "\n".join(lines) + "\n"


def _explain(result: Result) -> list[str]:
    where = f"Line {result.line}: " if result.line else ""
    seen = (where + result.rationale).splitlines()
    help_lines = f"> {result.help}".splitlines() if result.help else []
    return [f"      {line}" for line in seen + help_lines]
