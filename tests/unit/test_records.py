"""Records behave like the frozen dataclasses they stand for."""

from __future__ import annotations

from dataclasses import asdict, field, replace

import pytest

from tutor.records import record


@record
class Point:
    """Two fields, one with a default."""

    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list)


@record
class Place:
    """Other fields, the same values."""

    x: int
    y: int = 2


@record
class Named:
    """A record with a text of its own."""

    name: str

    def __repr__(self) -> str:
        """Say the name alone."""
        return self.name


def test_equal_by_value_and_kind() -> None:
    """The same values of another class are something else."""
    assert Place(1) == Place(1, 2) != Place(2)
    assert Place(1) != Point(1)
    assert Place(1).__eq__(1) is NotImplemented


def test_hash_by_value() -> None:
    """Equal records are one key; one that holds a list is none."""
    assert {Place(1), Place(1, 2), Place(3)} == {Place(1), Place(3)}
    with pytest.raises(TypeError):
        hash(Point(1))


def test_shown_as_they_are_written() -> None:
    """Unless they say otherwise."""
    assert repr(Place(1)) == "Place(x=1, y=2)"
    assert repr(Named("a")) == "a"


def test_the_tools_for_dataclasses_work() -> None:
    """Copies with changes, dictionaries, patterns."""
    assert replace(Place(1), y=5) == Place(1, 5)
    assert asdict(Point(1, 2, ["a"])) == {"x": 1, "y": 2, "tags": ["a"]}
    match Place(7):
        case Place(x, y):
            assert (x, y) == (7, 2)
