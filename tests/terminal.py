"""A program in a pseudo-terminal, with pyte as its screen: for end-to-end tests and benchmarks."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "ctrl+s": "\x13"}


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

    def pump(self, seconds: float = 0.0) -> None:
        """Take in what the program writes for a while (once, without waiting, by default)."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                data = self.child.read_nonblocking(1 << 16, timeout=0.002)
            except pexpect.TIMEOUT:
                data = b""
            except pexpect.EOF:
                return
            self.received += len(data)
            self.stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
            if time.monotonic() >= deadline:
                return

    def wait(self, seen: str | Callable[[str], bool], seconds: float = 20.0) -> float:
        """Wait until a text shows, or a condition on the screen holds; the seconds that took."""
        started = time.monotonic()
        holds = seen if callable(seen) else (lambda text: seen in text)
        while not holds(self.text):
            if time.monotonic() - started > seconds:
                raise AssertionError(f"not seen within {seconds} s: {seen!r}; the screen shows:\n{self.text}")
            self.pump()
        return time.monotonic() - started

    def press(self, *keys: str) -> None:
        """Send keys by name or as they are."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
            self.pump(0.02)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self.pump(0.3)

    def end(self, seconds: float = 5.0) -> int | None:
        """Wait for the program to end; its exit status (None if a signal ended it)."""
        deadline = time.monotonic() + seconds
        while self.child.isalive() and time.monotonic() < deadline:
            self.pump(0.05)
        return None if self.child.isalive() else self.child.exitstatus

    def close(self) -> None:
        """End the program if it still runs."""
        self.child.close(force=True)
