"""Figures on paper: well-formed, told apart without colour, honest about what is not finite."""

from __future__ import annotations

from math import inf, nan
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.model import Curves, Picture, Series
from tutor.report.svg import curves_svg, figure_html, picture_svg, shade

from .conftest import FIGURES


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_every_kind_of_figure_is_well_formed(figure: object) -> None:
    """With its title as the caption, escaped."""
    made = ElementTree.fromstring(figure_html(figure))  # type: ignore[arg-type]
    caption = made.find("figcaption")
    assert caption is not None
    assert (caption.text or "").startswith(figure.title)  # type: ignore[attr-defined]


def test_curves_differ_by_dash_and_are_named() -> None:
    """Black and white paper is enough."""
    series = tuple(Series(f"rate {k}", (1.0, 0.5 / (k + 1))) for k in range(4))
    made = curves_svg(Curves("Rates", series, "step", "loss"))
    assert made.count("stroke-dasharray") == 2 * 3
    assert all(f"rate {k}" in made for k in range(4))


def test_a_curve_that_breaks_says_where() -> None:
    """Not finite is part of the truth."""
    assert "not finite from here" in curves_svg(Curves("Broken", (Series("a", (1.0, 2.0, nan, inf)),)))
    assert "nothing finite" in curves_svg(Curves("Nothing", (Series("a", (nan, inf)),)))


@given(
    ys=st.lists(st.floats(), min_size=1, max_size=30),
    log=st.booleans(),
)
def test_no_numbers_break_a_drawing(ys: list[float], log: bool) -> None:
    """Any floats: well-formed, and no coordinate that is not a number."""
    made = curves_svg(Curves("Any", (Series("a", tuple(ys)),), log_y=log))
    ElementTree.fromstring(made)
    assert "nan" not in made.replace("finite", "")
    assert "inf" not in made.replace("finite", "")


@given(st.lists(st.lists(st.floats(), min_size=2, max_size=2), min_size=2, max_size=2), st.booleans())
def test_no_pixels_break_a_picture(image: list[list[float]], signed: bool) -> None:
    """Any floats."""
    pixels = tuple(map(tuple, image))
    ElementTree.fromstring(picture_svg(Picture("Any", (pixels,), ("a",), signed)))  # type: ignore[arg-type]


def test_shades() -> None:
    """Ink is dark; negative and positive differ; what exceeds the scale is full."""
    assert shade(0.0) == "#ffffff"
    assert shade(1.0) == shade(7.0) == "#000000"
    assert shade(-1.0, signed=True) != shade(1.0, signed=True)
    assert 'stroke="#fff"' in picture_svg(FIGURES[2])  # type: ignore[arg-type]
