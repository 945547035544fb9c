"""A program in a pseudo-terminal, with pyte as its screen: for end-to-end tests and benchmarks."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

from tests.waiting import LIMIT, until

UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "ctrl+s": "\x13"}

SOON = 0.02
"""Seconds in which what a program writes is taken in together."""


class Terminal:
    """One running program and what its screen shows."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int],
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.received = 0
        """Bytes that went to the terminal so far."""
        self.raw = b""
        """Those bytes."""
        surroundings = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **(environment or {}),
        }
        if "NO_COLOR" not in (environment or {}):
            surroundings.pop("NO_COLOR", None)
        self.child = pexpect.spawn(
            command[0], list(command[1:]), dimensions=(rows, columns), cwd=str(folder), env=surroundings
        )

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def listen(self) -> bool:
        """Take in what the program has written, or writes soon; False once it never will again."""
        try:
            data = self.child.read_nonblocking(1 << 16, timeout=SOON)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.received += len(data)
        self.raw += data
        self.stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    def wait(self, seen: str | Callable[[str], bool], seconds: float = LIMIT) -> float:
        """Wait until a text shows, or a condition on the screen holds; the seconds that took."""
        started = time.monotonic()
        holds = seen if callable(seen) else (lambda text: seen in text)
        while not holds(self.text):
            if time.monotonic() - started > seconds:
                raise AssertionError(f"not seen within {seconds} s: {seen!r}; the screen shows:\n{self.text}")
            self.listen()
        return time.monotonic() - started

    def press(self, *keys: str) -> None:
        """Send keys by name or as they are."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
            self.listen()

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def end(self, seconds: float = LIMIT) -> int | None:
        """Wait for the program to end; its exit status (None if a signal ended it)."""
        deadline = time.monotonic() + seconds
        while self.listen() and self.child.isalive() and time.monotonic() < deadline:
            pass
        until(lambda: not self.child.isalive(), deadline - time.monotonic())
        return None if self.child.isalive() else self.child.exitstatus

    def close(self) -> None:
        """End the program if it still runs."""
        self.child.close(force=True)
