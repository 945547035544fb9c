"""Curves tell the truth in any terminal, whatever a learner's run produced."""

from __future__ import annotations

import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.figures.buffer import CurveBuffer
from tutor.figures.cells import Line, line_text
from tutor.figures.drawing import draw, limits, thin, to_text
from tutor.model import Curves, Series

GOLDEN = Path(__file__).parent / "golden"
NAN, INF = math.nan, math.inf

FALLING = Curves(
    "Loss for four learning rates",
    tuple(
        Series(f"lr {rate}", tuple(0.7 * math.exp(-step * rate) for step in range(100)))
        for rate in (0.3, 0.1, 0.04, 0.01)
    ),
    "iteration",
    "loss",
)
EXPLODING = Curves(
    "Two rates",
    (
        Series("lr 0.1", tuple(0.69 * 0.99**step for step in range(60))),
        Series("lr 5", (*(0.69 * 1.9**step for step in range(37)), *[NAN] * 23)),
    ),
    "iteration",
    "loss",
)


def texts(lines: list[Line]) -> list[str]:
    return [line_text(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("curves", to_text(FALLING, 70, 20)),
        ("curves_small", to_text(FALLING, 40, 10)),
        ("curves_ascii", to_text(FALLING, 70, 18, ascii=True)),
        ("exploding", to_text(EXPLODING, 70, 18)),
        ("exploding_log", to_text(EXPLODING, 70, 18, log=True)),
    ],
)
def test_curves_look_as_agreed(name: str, drawn: str) -> None:
    """Curves without colour are exactly the text that was looked at and kept."""
    assert drawn + "\n" == (GOLDEN / f"figure_{name}.txt").read_text(encoding="utf-8")


NUMBERS = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([NAN, INF, -INF, 1e308, -1e308, 0.0, -0.0, 5e-324, 1.0, 1e-300]),
    st.floats(-2, 2),
)
SERIES = st.builds(
    Series,
    st.sampled_from(
        ["", "lr 0.1", "\x1b[31mred", "学習率", "a very long name that will not fit in any legend"]
    ),
    st.lists(NUMBERS, max_size=40).map(tuple),
    st.one_of(st.just(()), st.lists(NUMBERS, max_size=40).map(tuple)),
)
CURVES = st.builds(
    Curves,
    st.sampled_from(["", "Loss"]),
    st.lists(SERIES, max_size=6).map(tuple),
    st.sampled_from(["", "epoch"]),
    st.just("loss"),
    st.booleans(),
    st.one_of(st.none(), st.floats(0, 1e6)),
)


@settings(max_examples=150, deadline=None)
@given(CURVES, st.integers(8, 145), st.integers(4, 45), st.booleans(), st.booleans())
@example(Curves("", (Series("", (1e308, -1e308)),)), 40, 10, True, False)
@example(Curves("", (Series("", (1.0,) * 3, (NAN, INF, 1e308)),)), 8, 4, False, True)
@example(Curves("", (Series("", (-1.797693124862316e308, 1.0000000000000002e300)),)), 8, 4, False, False)
@example(EXPLODING, 145, 45, True, False)
def test_nothing_a_learner_computes_breaks_a_plot(
    figure: Curves, width: int, height: int, colour: bool, ascii: bool
) -> None:
    """NaN, infinities, huge, tiny, zero and missing values are drawn within the size, as printable text."""
    for log in (None, True, False):
        lines = texts(draw(figure, width, height, colour=colour, ascii=ascii, log=log))
        assert max(map(cell_len, lines)) <= width and len(lines) <= height
        assert all(text.isprintable() and (text.isascii() or not ascii) for text in lines)
    to_text(figure, width, height)


def test_a_run_that_breaks_is_marked_where_it_broke() -> None:
    """A curve that stops being finite ends in a cross, and the first such step is said."""
    curves = Curves("Loss", (Series("mine", (*[1.0] * 37, *[NAN] * 10)),), "iteration")
    drawn = texts(draw(curves, 80, 20))
    assert "× mine: not finite from iteration 37" in drawn
    assert any("×" in line for line in drawn[:-1])


def test_a_run_that_recovers_is_said_to() -> None:
    """A single infinite value is a gap in the line, named with its step."""
    curves = Curves("Loss", (Series("mine", (1.0, 2.0, INF, 2.0, 1.0)),), "epoch")
    assert "× mine: not finite at epoch 2" in texts(draw(curves, 80, 20))


def test_an_exploding_run_does_not_flatten_the_others() -> None:
    """One diverging curve leaves the axis, which says so; the others keep their shape."""
    shown = limits(EXPLODING)
    assert shown is not None and 0.69 < shown.top < 2
    assert "▲ lr 5 leaves this axis at iteration 2 and reaches 7.48e+09" in texts(draw(EXPLODING, 80, 20))


def test_a_logarithmic_axis_says_what_it_leaves_out() -> None:
    """Zero and negative values have no logarithm: they are left out and counted."""
    curves = Curves("Loss", (Series("mine", (1.0, 0.1, 0.0, -1.0, 0.01)),), log_y=True)
    assert "mine: 2 values are 0 or negative and have no logarithm" in texts(draw(curves, 80, 20))


def test_a_logarithmic_axis_is_labelled_in_powers_of_ten() -> None:
    """The ticks of a logarithmic axis are powers of ten, and the axis says what it is."""
    curves = Curves("Loss", (Series("mine", (100.0, 1.0, 0.001)),), y_label="loss")
    drawn = texts(draw(curves, 60, 24, log=True))
    assert "loss, logarithmic" in drawn
    labels = [line.split("┤")[0].strip() for line in drawn if "┤" in line]
    assert labels == ["100", "10", "1", "0.1", "0.01", "0.001"]


def test_a_run_that_has_just_begun_has_room_to_go() -> None:
    """With one loss known, the axis already reaches from 0 past it, and to the last step."""
    shown = limits(Curves("Training", (Series("loss", (0.7,)),), x_max=1000))
    assert shown is not None
    assert (shown.left, shown.right, shown.bottom) == (0, 1000, 0) and shown.top > 0.7


def test_steps_are_counted_in_whole_numbers() -> None:
    """No tick stands at half an iteration."""
    drawn = texts(draw(Curves("Loss", (Series("mine", (1.0, 0.5, 0.4)),), "iteration"), 60, 16))
    assert drawn[-2].split() == ["0", "1", "2"]


@pytest.mark.parametrize("look", [{"colour": False}, {"colour": False, "ascii": True}, {"ascii": True}, {}])
def test_four_curves_are_told_apart_without_colour(look: dict[str, bool]) -> None:
    """Each curve carries the letter that the legend gives it."""
    drawn = texts(draw(FALLING, 80, 24, **look))
    assert drawn[1].split("   ") == ["a lr 0.3", "b lr 0.1", "c lr 0.04", "d lr 0.01"]
    plot = "".join(line.split("┤")[-1].split("│")[-1].split("|")[-1] for line in drawn[3:-3])
    assert set("abcd") <= set(plot)


def test_curves_have_roles_not_colours() -> None:
    """What belongs to a curve bears its role, so that the theme decides the colour."""
    roles = {run.style for line in draw(FALLING, 80, 24) for run in line}
    assert roles == {"", "axis", "curve-0", "curve-1", "curve-2", "curve-3"}


def test_the_axes_stand_still_while_a_run_goes_on() -> None:
    """With the last step known and earlier limits passed on, a growing curve changes only where it grows."""
    whole = replace(FALLING, series=FALLING.series[1:2], x_max=99)
    parts = [replace(whole, series=(Series("lr", whole.series[0].y[:count]),)) for count in (10, 60)]
    first = limits(parts[0])
    assert first is not None
    before, after = (draw(part, 60, 16, within=first) for part in parts)
    assert [line[0] for line in before] == [line[0] for line in after]
    assert before[-2:] == after[-2:]
    cells = list(zip("".join(texts(before[2:-3])), "".join(texts(after[2:-3])), strict=True))
    assert sum(a != b for a, b in cells if a != " ") <= 1


def test_limits_only_grow() -> None:
    """Joining limits never hides what was shown before."""
    small, large = (limits(Curves("", (Series("", ys),))) for ys in ((0.0, 1.0), (-3.0, 5.0, 2.0)))
    assert small is not None and large is not None
    assert small.joined(large) == large.joined(small) == large.joined(None)
    assert small.joined(replace(large, log=True)) == small


def test_figures_drawn_at_once_do_not_mix() -> None:
    """Drawing from several threads gives what drawing one after the other gives."""
    figures = [FALLING, EXPLODING] * 8
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda figure: draw(figure, 73, 19), figures))
    assert drawn == [draw(figure, 73, 19) for figure in figures]


def test_an_empty_plot_costs_no_plotting_library() -> None:
    """Until there is something to draw, plotext is not imported; numerics never are."""
    code = (
        "import sys; from tutor.figures.drawing import draw; from tutor.model import *;"
        "empty = Curves('Loss', (Series('a', ()),)); print(draw(empty, 60, 20)[-1][0].text);"
        "print({'plotext', 'numpy', 'textual'} & set(sys.modules));"
        "draw(Curves('Loss', (Series('a', (1.0, 2.0)),)), 60, 20);"
        "print({'plotext', 'numpy', 'textual'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["no values yet", "set()", "{'plotext'}"]


def test_words_follow_the_curves_in_plain_text() -> None:
    """Plain text says each curve's course in a sentence."""
    last = to_text(EXPLODING, 70, 18).splitlines()[-2:]
    assert last[0] == (
        "lr 0.1: 0.69 at first, lowest 0.3814 at iteration 59, highest 0.69 at iteration 0, 0.3814 last."
    )
    assert last[1].endswith("; not finite from iteration 37.")


def test_a_buffer_stays_small_and_keeps_what_can_be_seen() -> None:
    """However long a run, its lowest, highest and newest values and the step where it broke remain."""
    buffer = CurveBuffer("loss", most=256)
    for step in range(50_000):
        buffer.append(float(step), {123: 9.0, 45_678: -9.0, 30_001: NAN}.get(step, math.sin(step)))
    series = buffer.series()
    assert buffer.count == 50_000 and len(series.y) < 600
    points = dict(zip(series.x, series.y, strict=True))
    assert points[123.0] == 9.0 and points[45_678.0] == -9.0 and math.isnan(points[30_001.0])
    assert buffer.broken_at == 30_001.0
    assert series.x[-1] == 49_999.0 and list(series.x) == sorted(series.x)


def test_a_short_run_is_kept_whole() -> None:
    """Nothing is thinned before there is too much of it."""
    buffer = CurveBuffer("loss")
    buffer.extend(tuple((float(step), step * 0.5) for step in range(1000)))
    assert buffer.series() == Series(
        "loss", tuple(step * 0.5 for step in range(1000)), tuple(map(float, range(1000)))
    )


def test_a_history_of_a_million_losses_is_drawn_with_its_extremes() -> None:
    """Thinning a long history keeps its peaks, and its drawing is that of a normal one."""
    ys = [1.0] * 1_000_000
    ys[654_321], ys[777_777] = 5.0, NAN
    long = thin(Curves("Loss", (Series("mine", tuple(ys)),), "step"))
    assert len(long.series[0].y) < 5000
    assert max(y for y in long.series[0].y if y == y) == 5.0
    assert "× mine: not finite at step 777777" in texts(draw(long, 80, 20))


@given(st.lists(NUMBERS, min_size=1, max_size=400))
def test_thinning_keeps_the_extremes_in_order(ys: list[float]) -> None:
    """The lowest, the highest, the first broken and the last value survive, at their places."""
    kept = thin(Curves("", (Series("", tuple(ys)),)), 20).series[0]
    places = list(kept.x or range(len(kept.y)))
    assert places == sorted(places) and all(
        repr(ys[int(at)]) == repr(y) for at, y in zip(places, kept.y, strict=True)
    )
    finite = [y for y in ys if math.isfinite(y)]
    if finite:
        assert {min(finite), max(finite)} <= set(kept.y)
    broken = [at for at, y in enumerate(ys) if not math.isfinite(y)]
    assert not broken or broken[0] in places
    assert places[-1] == len(ys) - 1
