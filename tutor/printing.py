"""Prints for people: symbols where the terminal has them, ASCII where not, colour only beside a symbol."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping

from tutor.cleaning import clean, one_line
from tutor.model import Status
from tutor.report_text import ASCII_SYMBOLS, SYMBOLS

_COLOURS = {Status.PASSED: "32", Status.FAILED: "31", Status.ERROR: "35", Status.TIMED_OUT: "31"}


def say(*pieces: str | Status) -> None:
    """Print text, cleaned, and the symbols of statuses; what the output cannot show becomes `?`."""
    text = "".join(symbol(piece) if isinstance(piece, Status) else clean(piece) for piece in pieces)
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def warn(sentence: str) -> None:
    """Print one line on standard error, whatever the names in it hold."""
    print(f"tutor: {one_line(sentence)}", file=sys.stderr)


def ask(prompt: str) -> str:
    """The line that is typed after `prompt`; EOFError at the end of input."""
    return input(clean(prompt))


def say_markdown(text: str) -> None:
    """Print a text written in Markdown with formulas, laid out for the terminal."""
    from tutor.statement import plain

    width = min(100, shutil.get_terminal_size().columns)
    say(plain(text, width, ascii=symbols() is ASCII_SYMBOLS))


def symbols() -> Mapping[Status, str]:
    """The set of symbols that the output can show."""
    try:
        "".join(SYMBOLS.values()).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ASCII_SYMBOLS
    return SYMBOLS


def symbol(status: Status) -> str:
    """One symbol, coloured on a terminal unless NO_COLOR is set."""
    sign = symbols()[status]
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or status not in _COLOURS:
        return sign
    return f"\x1b[{_COLOURS[status]}m{sign}\x1b[0m"
