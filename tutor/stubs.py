"""From a reference answer to what is handed out, and to what is shown after a pass."""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)### BEGIN SOLUTION(?P<todo>.*)\n(?:.*\n)*?[ \t]*### END SOLUTION.*$", re.MULTILINE
)
_MARKER = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION.*\n?", re.MULTILINE)


def release(source: str) -> str:
    """A solution with every answer replaced by one line that raises NotImplementedError with what to do."""
    return _BLOCK.sub(_todo, source)


def _todo(block: re.Match[str]) -> str:
    task = block["todo"].strip() or "write this function"
    text = f"TODO: {task}".replace("\\", "\\\\").replace('"', '\\"')
    return f'{block["indent"]}raise NotImplementedError("{text}")'


def without_markers(source: str) -> str:
    """A solution as it is shown to the learner."""
    return _MARKER.sub("", source)
