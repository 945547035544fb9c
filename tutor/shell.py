"""Words of commands that are printed for a reader to copy."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from tutor.cleaning import one_line


def shell_word(path: Path | str) -> str:
    """Give a path as it can be copied into a shell, whatever bytes are in it."""
    text = str(path)
    if one_line(text) == text:
        return shlex.quote(text)
    named = "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or chr(byte) in "/._-" else f"\\x{byte:02x}"
        for byte in os.fsencode(text)
    )
    return f"$'{named}'"
