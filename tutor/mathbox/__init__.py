"""LaTeX subset to Unicode: formulas as boxes of text (displayed) or as one line (inline)."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len

from tutor.mathbox.layout import layout
from tutor.mathbox.linear import linear
from tutor.mathbox.nodes import FormulaError
from tutor.mathbox.parse import parse

__all__ = ["block", "inline", "problem", "width"]


def block(latex: str) -> list[str]:
    """The displayed form of a formula, line by line; its source if it is outside the subset."""
    return list(_block(latex))


@lru_cache(maxsize=512)
def _block(latex: str) -> tuple[str, ...]:
    try:
        lines = layout(parse(latex)).lines
    except FormulaError:
        lines = tuple(latex.strip().splitlines()) or ("",)
    return tuple(line.rstrip() for line in lines)


@lru_cache(maxsize=2048)
def inline(latex: str) -> str:
    """The formula on one line; its source if it is outside the subset."""
    try:
        return linear(parse(latex)).strip()
    except FormulaError:
        return " ".join(latex.split())


def width(latex: str) -> int:
    """Terminal columns of the displayed form."""
    return max(map(cell_len, _block(latex)))


def problem(latex: str) -> str | None:
    """Why a formula is shown as its source, for the author who wrote it; None if it is not."""
    try:
        parse(latex)
    except FormulaError as error:
        return str(error)
    return None
