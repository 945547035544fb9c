"""Immutable records, cheap to define: `dataclass(frozen=True)` compiles six functions for every class.

A hundred such classes are a tenth of a second of every start. Here only `__init__` is compiled, what
compares and prints is shared, and that nothing is assigned afterwards is kept by the type checker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Give a class fields: a dataclass whose instances are equal, hash and print by their values."""
    own = {name: method for name, method in _SHARED.items() if name not in cls.__dict__}
    for name, method in own.items():
        setattr(cls, name, method)
    return dataclass(eq=False, repr=False)(cls)


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)


def _equal(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    pairs = zip(self.__dataclass_fields__, _values(self), strict=True)
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


_SHARED = {"__eq__": _equal, "__hash__": _hashed, "__repr__": _shown}
