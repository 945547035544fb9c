"""The world that hostile files are let loose in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.world import World, make


@pytest.fixture(scope="package")
def worlds() -> Iterator[list[World]]:
    """The world in use: one for all cases, as nothing that one case does may reach the next."""
    made: list[World] = []
    yield made
    for world in made:
        world.close()


@pytest.fixture
def world(worlds: list[World]) -> Iterator[World]:
    """The world, made anew after a case that spoilt it."""
    if not worlds:
        worlds.append(make())
    yield worlds[0]
    if worlds[0].spoilt:
        worlds.pop().close()
