"""Waiting for something to be so: every test waits for the event, none for a time.

The limit is generous: it is there to end a test that will never go on, not to say how quick something is.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

LIMIT = 90.0
"""Seconds; thousands of times what any event here takes on a quiet machine."""
LOOK_EVERY = 0.01

T = TypeVar("T")


def until(condition: Callable[[], T], limit: float = LIMIT) -> T:
    """Wait until `condition()` is true and return what it gave; its last value once the limit is over."""
    deadline = time.monotonic() + limit
    while not (found := condition()) and time.monotonic() < deadline:
        time.sleep(LOOK_EVERY)  # waits: between two looks
    return found


async def until_async(condition: Callable[[], T], limit: float = LIMIT) -> T:
    """The same, while the event loop goes on."""
    deadline = time.monotonic() + limit
    while not (found := condition()) and time.monotonic() < deadline:
        await asyncio.sleep(LOOK_EVERY)  # waits: between two looks
    return found
