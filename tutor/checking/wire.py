"""Data between the checker and a runner: frames without pickle, and the values they may carry.

A frame is `u32 length of the rest | u32 length of the header | header (JSON) | raw buffers`, big-endian.
A value is a JSON list whose first item is its tag; array bytes travel as buffers. Decoding builds plain
data only, and checks every size before it builds anything: the other side may be hostile.
"""

from __future__ import annotations

import json
import math
import struct
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np

from tutor.cleaning import clean
from tutor.records import record

MAX_FRAME = 64 * 1024 * 1024
MAX_DEPTH = 24
MAX_HEADER = 32 * 1024 * 1024
"""Bytes of JSON, which takes many times its length in memory."""
MAX_ITEMS = 500_000
"""Values in one answer; lists of floats count once, and half a million items take a second to encode."""
MAX_BITS = 1023
"""Of a whole number: more does not fit a float."""
DTYPES = frozenset(
    f"{kind}{bits}"
    for kind, sizes in {
        "bool": ("",),
        "int": (8, 16, 32, 64),
        "uint": (8, 16, 32, 64),
        "float": (16, 32, 64),
        "complex": (64, 128),
    }.items()
    for bits in sizes
)
_HEAD = struct.Struct(">II")
# Captured now: exercise code may patch modules, but not the methods of built-in types.
_dumps = json.dumps
_loads = json.loads
_tobytes = np.ndarray.tobytes
_ascontiguous = np.ascontiguousarray
_asarray = np.asarray


class WireError(ValueError):
    """A frame or a value is not what this format allows."""


@record
class Handle:
    """A live object that stays in the runner, or one that no data format should carry."""

    type_name: str
    bases: tuple[str, ...]
    """Qualified names of the classes it derives from, its own first."""
    id: int


Buffers = list[bytes]
Encoded = list[Any]


def pack(header: dict[str, Any], buffers: Sequence[bytes] = ()) -> bytes:
    """One frame."""
    head = _dumps({**header, "buffers": [len(b) for b in buffers]}, separators=(",", ":")).encode()
    size = 4 + len(head) + sum(map(len, buffers))
    if len(head) > MAX_HEADER:
        raise WireError("it holds too many separate values")
    if size > MAX_FRAME:
        raise WireError(f"{size / 2**20:.0f} MB is more than one answer may hold ({MAX_FRAME // 2**20} MB)")
    return b"".join([_HEAD.pack(size, len(head)), head, *buffers])


def frame_size(start: bytes) -> int | None:
    """Total bytes of the frame that begins with `start`; None while its first 8 bytes are incomplete."""
    if len(start) < _HEAD.size:
        return None
    size, head = _HEAD.unpack_from(start)
    if not 4 <= size <= MAX_FRAME or head > min(size - 4, MAX_HEADER):
        raise WireError("a frame of an impossible size")
    return int(size) + 4


def unpack(frame: bytes) -> tuple[dict[str, Any], Buffers]:
    """Header and buffers of one whole frame; WireError for anything else."""
    if frame_size(frame) != len(frame):
        raise WireError("a frame of the wrong length")
    end = _HEAD.size + _HEAD.unpack_from(frame)[1]
    try:
        header = _loads(frame[_HEAD.size : end])
    except (ValueError, RecursionError):
        raise WireError("a header that is not JSON") from None
    sizes = header.pop("buffers", None) if type(header) is dict else None
    if type(sizes) is not list or not all(type(n) is int and n >= 0 for n in sizes):
        raise WireError("a header without buffer sizes")
    if sum(sizes) != len(frame) - end:
        raise WireError("buffers of the wrong size")
    buffers = []
    for size in sizes:
        buffers.append(frame[end : end + size])
        end += size
    return header, buffers


def encode(value: Any, buffers: Buffers, keep: Callable[[Any], Handle]) -> Encoded:
    """The tagged form of `value`; what is no plain data goes through `keep` and travels as a Handle.

    Containers are read with their base class's own methods, so a subclass that lies about its items
    is seen as what it holds. Raises WireError for what is too deep, too long or too large.
    """
    return _Encoder(buffers, keep).value(value, 0)


class _Encoder:
    def __init__(self, buffers: Buffers, keep: Callable[[Any], Handle]) -> None:
        self.buffers = buffers
        self.keep = keep
        self.items = 0

    def value(self, value: Any, depth: int) -> Encoded:
        self.items += 1
        if depth > MAX_DEPTH:
            raise WireError(f"more than {MAX_DEPTH} levels of nesting")
        if self.items > MAX_ITEMS:
            raise WireError(f"more than {MAX_ITEMS} items")
        kind = type(value)
        if value is None:
            return ["none"]
        if kind is bool:
            return ["bool", value]
        if kind is int:
            return _integer(value)
        if kind is float:
            return ["float", float.hex(value)]
        if kind is str:
            return ["str", value.encode("utf-8", "backslashreplace").decode()]
        if kind is Handle:
            return ["handle", value.type_name, list(value.bases), value.id]
        if isinstance(value, np.generic) and _name(value.dtype) in DTYPES:
            return _array("scalar", np.asarray(value), self.buffers, False)
        if kind in (np.ndarray, np.memmap) and _name(value.dtype) in DTYPES:
            return _array("array", value, self.buffers, False)
        if _is_tensor(value):
            return _array("tensor", value.detach().numpy(), self.buffers, bool(value.requires_grad))
        if isinstance(value, list | tuple):
            return self.sequence(value, list if isinstance(value, list) else tuple, depth)
        if isinstance(value, dict):
            pairs = [[self.value(k, depth + 1), self.value(v, depth + 1)] for k, v in dict.items(value)]
            return ["dict", pairs]
        return self.value(self.keep(value), depth)

    def sequence(self, value: Any, base: type[list[Any]] | type[tuple[Any, ...]], depth: int) -> Encoded:
        size = base.__len__(value)
        if size > MAX_ITEMS:
            raise WireError(f"more than {MAX_ITEMS} items")
        if size >= 16 and all(type(item) is float for item in base.__iter__(value)):
            # a loss history: 50 times quicker than item by item
            self.buffers.append(_tobytes(_asarray(list(base.__iter__(value)))))
            return ["floats", base is list, len(self.buffers) - 1]
        items = [self.value(item, depth + 1) for item in base.__iter__(value)]
        return ["list" if base is list else "tuple", items]


def _integer(value: int) -> Encoded:
    if value.bit_length() > MAX_BITS:
        raise WireError("a whole number too large for a float")
    return ["int", hex(value)]


def _is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    if torch is None or type(value) not in (torch.Tensor, torch.nn.Parameter):
        return False
    plain = value.device.type == "cpu" and value.layout is torch.strided
    return plain and str(value.dtype).removeprefix("torch.") in DTYPES


@lru_cache(maxsize=64)
def _name(dtype: Any) -> str:
    """NumPy puts a type's name together anew each time it is asked for."""
    return str(dtype.name)


def _array(tag: str, array: Any, buffers: Buffers, tracked: bool) -> Encoded:
    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    buffers.append(_tobytes(_ascontiguous(array)))
    return [tag, _name(array.dtype), list(array.shape), len(buffers) - 1, tracked]


def decode(encoded: Any, buffers: Buffers) -> Any:
    """The plain data that `encoded` stands for; WireError for anything malformed."""
    return _Decoder(buffers).value(encoded, 0)


class _Decoder:
    def __init__(self, buffers: Buffers) -> None:
        self.buffers: list[bytes | None] = list(buffers)
        self.items = 0

    def value(self, encoded: Any, depth: int) -> Any:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise WireError("a value that is too deep or too long")
        if type(encoded) is not list or not encoded or type(encoded[0]) is not str:
            raise WireError("a value without a tag")
        reader = self.READERS.get(encoded[0])
        if reader is None:
            raise WireError("a value with an unknown tag")
        return reader(self, encoded[1:], depth)

    def none(self, rest: list[Any], depth: int) -> None:
        if rest:
            raise WireError("a malformed None")

    def boolean(self, rest: list[Any], depth: int) -> bool:
        return bool(_only(rest, bool))

    def integer(self, rest: list[Any], depth: int) -> int:
        text = _only(rest, str)
        number: int = _parsed(lambda: int(text, 16)) if len(text) < MAX_BITS else 2 << MAX_BITS
        if number.bit_length() > MAX_BITS:
            raise WireError("an integer that is too long")
        return number

    def floating(self, rest: list[Any], depth: int) -> float:
        return float(_parsed(lambda: float.fromhex(_only(rest, str))))

    def string(self, rest: list[Any], depth: int) -> str:
        return str(_only(rest, str))

    def handle(self, rest: list[Any], depth: int) -> Handle:
        if (
            len(rest) != 3
            or type(rest[0]) is not str
            or type(rest[2]) is not int
            or type(rest[1]) is not list
        ):
            raise WireError("a malformed handle")
        if not all(type(base) is str for base in rest[1]):
            raise WireError("a malformed handle")
        return Handle(clean(rest[0][:200]), tuple(base[:200] for base in rest[1][:50]), rest[2])

    def array(self, rest: list[Any], depth: int) -> Any:
        return self._parts(rest)[0]

    def scalar(self, rest: list[Any], depth: int) -> Any:
        array, _ = self._parts(rest)
        if array.shape != ():
            raise WireError("a scalar with a shape")
        return array[()]

    def tensor(self, rest: list[Any], depth: int) -> Any:
        array, tracked = self._parts(rest)
        torch = sys.modules.get("torch")
        if torch is None:  # nothing here asked for a tensor: its name is enough
            return Handle("torch.Tensor", ("torch.Tensor",), 0)
        tensor = torch.from_numpy(array)
        return tensor.requires_grad_() if tracked and tensor.is_floating_point() else tensor

    def taken(self, index: int) -> bytes:
        """A buffer, once: a million arrays of the same bytes would be a bomb."""
        data = self.buffers[index] if 0 <= index < len(self.buffers) else None
        if data is None:
            raise WireError("an array without bytes of its own")
        self.buffers[index] = None
        return data

    def sequence(self, rest: list[Any], depth: int) -> list[Any]:
        return [self.value(item, depth + 1) for item in _only(rest, list)]

    def floats(self, rest: list[Any], depth: int) -> Any:
        if len(rest) != 2 or type(rest[0]) is not bool or type(rest[1]) is not int:
            raise WireError("a malformed list of numbers")
        data = self.taken(rest[1])
        if len(data) % 8 or len(data) // 8 > MAX_ITEMS:
            raise WireError("a list of numbers without its bytes")
        items = np.frombuffer(data, np.float64).tolist()
        return items if rest[0] else tuple(items)

    def pairs(self, rest: list[Any], depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for pair in _only(rest, list):
            if type(pair) is not list or len(pair) != 2:
                raise WireError("a malformed dictionary")
            key = self.value(pair[0], depth + 1)
            if not isinstance(key, bool | int | float | str | tuple | np.generic | type(None)):
                key = repr(key)
            try:
                found[key] = self.value(pair[1], depth + 1)
            except TypeError:
                raise WireError("a dictionary key that cannot be one") from None
        return found

    def _parts(self, rest: list[Any]) -> tuple[Any, bool]:
        if len(rest) != 4:
            raise WireError("a malformed array")
        dtype, shape, index, tracked = rest
        if type(dtype) is not str or dtype not in DTYPES or type(tracked) is not bool:
            raise WireError("an array of a type that may not travel")
        if (
            type(shape) is not list
            or len(shape) > 32
            or not all(type(n) is int and 0 <= n < 2**40 for n in shape)
        ):
            raise WireError("an array of an impossible shape")
        if type(index) is not int:
            raise WireError("an array without its bytes")
        data = self.taken(index)
        if math.prod(shape) * np.dtype(dtype).itemsize != len(data):
            raise WireError("an array whose bytes do not fill its shape")
        return np.frombuffer(data, dtype).reshape(shape).copy(), tracked

    READERS: ClassVar[dict[str, Callable[[_Decoder, list[Any], int], Any]]] = {
        "none": none,
        "bool": boolean,
        "int": integer,
        "float": floating,
        "str": string,
        "handle": handle,
        "array": array,
        "scalar": scalar,
        "tensor": tensor,
        "list": sequence,
        "tuple": lambda self, rest, depth: tuple(self.sequence(rest, depth)),
        "floats": floats,
        "dict": pairs,
    }


def _only(rest: list[Any], kind: type) -> Any:
    if len(rest) != 1 or type(rest[0]) is not kind:
        raise WireError(f"a malformed {kind.__name__}")
    return rest[0]


def _parsed(parse: Callable[[], Any]) -> Any:
    try:
        return parse()
    except (ValueError, OverflowError):
        raise WireError("a malformed number") from None
