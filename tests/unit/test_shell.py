"""A command that is printed to be copied works as printed, whatever a path holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.cleaning import one_line
from tutor.shell import shell_word


@pytest.mark.skipif(sys.platform == "win32", reason="names of bytes, and bash")
@pytest.mark.parametrize(
    "name",
    [b"plain", b"it's $HOME", b"bad\xff", "σ\u202e".encode(), b"a\nb'\\c", b"-x", "a\ufe0f\u115f".encode()],
)
def test_what_is_printed_to_copy_names_the_same_file(tmp_path: Path, name: bytes) -> None:
    """Pasted into a shell after it went through the terminal, the word is the path."""
    path = tmp_path / os.fsdecode(name)
    path.mkdir()
    done = subprocess.run(
        ["bash", "-c", f"cd {one_line(shell_word(path))} && pwd"], capture_output=True, check=True
    )
    assert done.stdout[:-1] == os.fsencode(path)
