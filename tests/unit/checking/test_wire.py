"""The wire carries data both ways unchanged, and refuses everything that is not data."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.checking import wire

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
arrays = hnp.arrays(
    st.sampled_from([np.dtype(name) for name in sorted(wire.DTYPES - {"complex64", "complex128"})]),
    hnp.array_shapes(min_dims=0, max_dims=3, max_side=4),
)
values = st.recursive(
    scalars | arrays,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text() | st.floats(allow_nan=False), inner, max_size=4)
    ),
    max_leaves=12,
)


def handle(value: Any) -> wire.Handle:
    return wire.Handle(type(value).__name__, (), 1)


def round_trip(value: Any) -> Any:
    buffers: wire.Buffers = []
    encoded = wire.encode(value, buffers, handle)
    header, received = wire.unpack(wire.pack({"v": encoded}, buffers))
    return wire.decode(header["v"], received)


def same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, float):
        return isinstance(b, float) and (a == b or (math.isnan(a) and math.isnan(b)))
    if isinstance(a, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, str):
        return a.encode("utf-8", "backslashreplace").decode() == b
    return type(a) is type(b) and bool(a == b)


@given(values)
def test_data_arrive_as_they_were_sent(value: Any) -> None:
    """Numbers, texts, arrays and containers come back equal, of the same type, shape and bytes."""
    assert same(value, round_trip(value))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_not_believed(data: bytes) -> None:
    """Whatever bytes come, decoding gives data or WireError, nothing else."""
    try:
        header, buffers = wire.unpack(data)
        wire.decode(header.get("v"), buffers)
    except wire.WireError:
        pass


@settings(max_examples=300)
@given(values, st.data())
def test_mutated_frames_are_refused_or_harmless(value: Any, data: st.DataObject) -> None:
    """A frame with bytes changed, cut or added still gives data or WireError only."""
    buffers: wire.Buffers = []
    frame = bytearray(wire.pack({"v": wire.encode(value, buffers, handle)}, buffers))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(frame)))
    for candidate in (bytes(frame), bytes(frame[:cut]), bytes(frame) + b"more"):
        try:
            header, received = wire.unpack(candidate)
            wire.decode(header.get("v"), received)
        except wire.WireError:
            continue


@settings(max_examples=300)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.sampled_from(sorted(wire._Decoder.READERS)),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=20,
    )
)
def test_any_json_is_decoded_or_refused(tree: Any) -> None:
    """A header may be any JSON at all: decoding it raises nothing but WireError."""
    with suppress(wire.WireError):
        wire.decode(tree, [b"", b"12345678"])


@pytest.mark.parametrize(
    "encoded",
    [
        ["array", "object", [1], 0, False],
        ["array", "float64", [2**40, 2**40], 0, False],
        ["array", "float64", [-1], 0, False],
        ["array", "float64", [1], 7, False],
        ["array", "float64", [3], 0, False],
        ["floats", True, 5],
        ["pickle", "cos\nsystem"],
        ["int", "0x" + "f" * 6000],
    ],
)
def test_impossible_arrays_are_refused_before_anything_is_built(encoded: list[Any]) -> None:
    """Types, sizes and places are checked first; no memory is taken on the word of the other side."""
    with pytest.raises(wire.WireError):
        wire.decode(encoded, [b"12345678"])


def test_too_deep_is_refused() -> None:
    """Nesting has an end, on both sides."""
    deep: Any = []
    for _ in range(100):
        deep = [deep]
    with pytest.raises(wire.WireError):
        round_trip(deep)


def test_a_list_that_lies_is_seen_as_what_it_holds() -> None:
    """A subclass cannot show other items to the checker than it has."""

    class Liar(list):  # type: ignore[type-arg]
        def __iter__(self) -> Any:
            return iter([1.0, 2.0])

        def __eq__(self, other: object) -> bool:
            return True

    assert round_trip(Liar([3, 4])) == [3, 4]


def test_what_is_no_data_travels_as_a_handle() -> None:
    """Objects, matrices and arrays of objects arrive as the name of their type, never as themselves."""
    for value in (object(), np.matrix([[1]]), np.array([object()]), np.ma.array([1])):
        assert isinstance(round_trip(value), wire.Handle)


def test_refuses_one_buffer_for_many_arrays() -> None:
    """A buffer fills one array; a short frame cannot become much memory."""
    item = ["array", "uint8", [8], 0, False]
    assert wire.decode(item, [bytes(8)]).shape == (8,)
    for value in (["list", [item, item]], ["list", [item, ["floats", True, 0]]]):
        with pytest.raises(wire.WireError, match="of its own"):
            wire.decode(value, [bytes(8)])


def test_refuses_what_is_too_long_before_it_is_built() -> None:
    """Items are counted on both sides, and headers have a length of their own."""
    with pytest.raises(wire.WireError, match="items"):
        wire.encode([0] * (wire.MAX_ITEMS + 1), [], _no_handle)
    with pytest.raises(wire.WireError, match="items"):
        wire.encode([[0] * (wire.MAX_ITEMS // 2)] * 3, [], _no_handle)
    with pytest.raises(wire.WireError):
        wire.frame_size((wire.MAX_HEADER + 100).to_bytes(4, "big") + (wire.MAX_HEADER + 1).to_bytes(4, "big"))


@pytest.mark.parametrize("number", [10**400, -(10**400), 2**1024])
def test_refuses_whole_numbers_beyond_floats(number: int) -> None:
    """No later arithmetic with a float can overflow; neither side lets one through."""
    with pytest.raises(wire.WireError):
        wire.encode(number, [], _no_handle)
    with pytest.raises(wire.WireError):
        wire.decode(["int", hex(number)], [])
    assert wire.decode(["int", hex(2**1023 - 1)], []) == 2**1023 - 1


def test_byte_order_is_of_no_matter() -> None:
    """An array of foreign byte order arrives with its values."""
    buffers: wire.Buffers = []
    sent = wire.encode(np.array([1.5, -2.0], ">f8"), buffers, _no_handle)
    assert wire.decode(sent, buffers).tolist() == [1.5, -2.0]


def _no_handle(value: object) -> wire.Handle:
    raise AssertionError("plain data needs no handle")
