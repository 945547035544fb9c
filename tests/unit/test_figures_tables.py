"""Pictures, matrices, tables and small curves can be read in any terminal."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.figures.cells import Line, line_text
from tutor.figures.drawing import draw, to_text
from tutor.figures.looks import Look
from tutor.figures.thumbnails import choices, thumbnails
from tutor.model import Figure, Heat, Option, Picture, Table

GOLDEN = Path(__file__).parent / "golden"
NAN = math.nan

WEIGHTS = Picture(
    "Weights",
    tuple(tuple(tuple((x - y) * k / 7 for x in range(6)) for y in range(5)) for k in (1, -1)),
    ("feature 0", "feature 1"),
    signed=True,
)
DIGIT = Picture("Digit", (((0.0, 8.0, 16.0), (16.0, 8.0, 0.0), (0.0, 16.0, 0.0)),), ("read 7, true 1",))
CONFUSION = Heat(
    "Confusion",
    tuple(
        tuple(38.0 if row == column else float((row * column) % 3) for column in range(10))
        for row in range(10)
    ),
    tuple(map(str, range(10))),
    tuple(map(str, range(10))),
    "true",
    "predicted",
)
RATES = Table(
    "Rates",
    ("rate", "loss", "verdict"),
    (("0.001", "0.41", "slow"), ("10", "inf", "diverges: every step overshoots")),
)
OPTIONS = (
    Option("falling", "steep at first, then flat", (1, 0.6, 0.4, 0.3, 0.25, 0.22, 0.2)),
    Option("line", "a straight line down", (1, 0.8, 0.6, 0.4, 0.2)),
)


def texts(lines: list[Line]) -> list[str]:
    return [line_text(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("weights", to_text(WEIGHTS, 60)),
        ("weights_ascii", to_text(WEIGHTS, 60, ascii=True)),
        ("digit", to_text(DIGIT, 60)),
        ("confusion", to_text(CONFUSION, 80)),
        ("rates", to_text(RATES, 34)),
        ("choices", "\n".join(line.rstrip() for line in texts(choices(OPTIONS, 60, Look())))),
    ],
)
def test_figures_look_as_agreed(name: str, drawn: str) -> None:
    """Every kind of figure, without colour, is exactly the text that was looked at and kept."""
    assert drawn + "\n" == (GOLDEN / f"figure_{name}.txt").read_text(encoding="utf-8")


NUMBERS = st.one_of(st.floats(), st.sampled_from([NAN, math.inf, -math.inf, 1e308, -1e308, 0.0, 5e-324, 1.0]))
IMAGES = st.lists(st.lists(st.lists(NUMBERS, max_size=9).map(tuple), max_size=9).map(tuple), max_size=5).map(
    tuple
)
PICTURES = st.builds(Picture, st.just("P"), IMAGES, st.lists(st.text(max_size=30)).map(tuple), st.booleans())
ROWS = st.lists(st.lists(NUMBERS, max_size=14).map(tuple), max_size=5).map(tuple)
LABELS = st.lists(st.text(max_size=12), max_size=6).map(tuple)
HEATS = st.builds(Heat, st.just("H"), ROWS, LABELS, LABELS, st.text(max_size=9), st.text(max_size=9))
TEXTS = st.lists(st.text(max_size=40), max_size=5).map(tuple)
TABLES = st.builds(Table, st.text(max_size=9), TEXTS, st.lists(TEXTS, max_size=5).map(tuple))


@settings(max_examples=150, deadline=None)
@given(st.one_of(PICTURES, HEATS, TABLES), st.integers(8, 145), st.booleans(), st.booleans())
def test_nothing_a_learner_computes_breaks_a_figure(
    figure: Figure, width: int, colour: bool, ascii: bool
) -> None:
    """Ragged, empty and not finite data and any text fit the width, as printable characters."""
    lines = texts(draw(figure, width, 20, colour=colour, ascii=ascii))
    assert max(map(cell_len, lines), default=0) <= width
    assert all(text.isprintable() and (text.isascii() or not ascii) for text in lines)


def test_a_picture_has_two_pixels_to_a_cell_and_a_scale() -> None:
    """In colour a cell is an upper and a lower pixel, and the shades are explained with numbers."""
    title, first, *_ = drawn = draw(DIGIT, 20, 6)
    assert texts([title]) == ["Digit"]
    shades = [(run.text, run.fg, run.bg) for run in first]
    black, grey, white = (26, 26, 26), (138, 138, 138), (250, 250, 250)
    assert shades == [("▀", black, white), ("▀", grey, grey), ("▀", white, black)]
    assert texts(drawn)[2] == "▀▀▀" and all(run.bg is None for run in drawn[2])
    assert texts(drawn)[3] == "read 7, true 1"
    assert texts(drawn)[-1].startswith("scale: 0 ") and texts(drawn)[-1].endswith(" 16")


def test_signed_pictures_show_signs_without_colour() -> None:
    """Without colour a weight's sign is a character, not only a shade."""
    drawn = texts(draw(WEIGHTS, 60, 20, colour=False))
    assert "+█" in drawn[1] and "-█" in drawn[1]
    assert drawn[-1].startswith("scale: -0.714 -█") and drawn[-1].endswith("+█ +0.714")


def test_a_picture_too_wide_is_reduced_and_says_so() -> None:
    """Pixels are averaged in squares to fit."""
    wide = Picture("Weights", (tuple(tuple(float(x) for x in range(100)) for _ in range(4)),))
    drawn = texts(draw(wide, 60, 20))
    assert cell_len(drawn[1]) == 50
    assert drawn[-1] == "drawn smaller: each dot is the mean of 2 x 2 pixels"


def test_a_pixel_that_is_no_number_is_marked() -> None:
    """NaN in a picture is a cross (or question marks) and is said in words."""
    broken = Picture("P", (((NAN, 1.0), (0.0, 1.0)),))
    assert "×" in texts(draw(broken, 20, 4))[1]
    assert "??" in texts(draw(broken, 20, 4, colour=False))[1]
    assert texts(draw(broken, 40, 4))[-1] == "some pixels are not finite numbers"


@pytest.mark.parametrize("colour", [True, False])
def test_a_confusion_matrix_always_shows_its_numbers(colour: bool) -> None:
    """Every count is readable with its row and column, in 80 columns."""
    drawn = texts(draw(CONFUSION, 80, 20, colour=colour))
    rows = [[part.strip("░▒▓█ ") for part in line.split()] for line in drawn[3:]]
    assert rows == [[str(at), *(f"{value:.0f}" for value in row)] for at, row in enumerate(CONFUSION.cells)]
    assert drawn[1].strip() == "predicted" and drawn[2].split() == ["true", *map(str, range(10))]


def test_numbers_of_a_table_are_aligned_to_the_right() -> None:
    """A column of numbers lines up at its right edge, words at their left."""
    drawn = texts(draw(RATES, 80, 20))
    assert drawn[1:] == [
        " rate  loss  verdict",
        "─" * 44,
        "0.001  0.41  slow",
        "   10   inf  diverges: every step overshoots",
    ]


def test_small_curves_share_one_scale() -> None:
    """A small fall and a fall to nothing do not look alike."""
    drawn = dict(thumbnails((Option("little", "", (1.0, 0.9)), Option("far", "", (1.0, 0.0))), 18, 5))
    assert [len(lines) for lines in drawn.values()] == [5, 5]
    assert all(cell_len(text) == 18 for lines in drawn.values() for text in texts(lines))
    blank = "│" + " " * 17
    assert texts(drawn["little"])[2] == blank and texts(drawn["far"])[2] != blank


def test_names_from_a_program_cannot_command_the_terminal() -> None:
    """Control characters in names and cells are replaced."""
    table = Table("T\x1b]0;x\x07", ("a",), (("\x1b[2J",),))
    assert all(text.isprintable() for text in texts(draw(table, 40, 10)))
