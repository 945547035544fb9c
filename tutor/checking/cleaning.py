"""Makes text that exercise code chose safe to show: nothing in it can steer a terminal."""

from __future__ import annotations

import re

_STEERING = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Escape sequences, control characters but tab and newline, and changes of writing direction."""


def clean(text: str) -> str:
    """`text` without terminal escapes, control characters and changes of writing direction."""
    return _STEERING.sub("", text.replace("\r\n", "\n"))
