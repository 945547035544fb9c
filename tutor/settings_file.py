"""One settings file: read with the line of every complaint, and changed a line at a time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from tutor.records import record

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@record
class SettingsFile:
    """What a file says, or why it says nothing."""

    path: Path
    text: str = ""
    table: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    """`path:line: what`, without what holds instead; empty for a file that is sound or not there."""

    def at(self, name: str, section: str = "") -> str:
        """Give `path:line` of a setting, within a section if one is named."""
        before, header, after = self.text.partition(f"[{section}]") if section else ("", "", self.text)
        found = re.search(rf"^\s*[\"']?{re.escape(name)}[\"']?\s*[=.]|^\s*\[{re.escape(name)}\]", after, re.M)
        line = 1 + (before + header + after[: found.end()]).rstrip().count("\n") if found else 1
        return f"{self.path}:{line}"


def read(path: Path) -> SettingsFile:
    """Read a settings file; never raises."""
    try:
        if path.exists() and not path.is_file():
            return SettingsFile(path, problem=f"{path}: it is no ordinary file")
        data = path.read_bytes()
    except FileNotFoundError:
        return SettingsFile(path)
    except (OSError, ValueError) as error:
        return SettingsFile(path, problem=f"{path}: it cannot be read ({getattr(error, 'strerror', error)})")
    return _understood(path, data)


def _understood(path: Path, data: bytes) -> SettingsFile:
    try:
        text = data.decode("utf-8")
        return SettingsFile(path, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return SettingsFile(path, problem=f"{path}:{line}: it is not UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        return SettingsFile(path, problem=_place_and_words(path, text, str(error)))
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets thousands deep
        return SettingsFile(path, problem=f"{path}: it holds a value that is too long or too deep")


def _place_and_words(path: Path, text: str, said: str) -> str:
    found = _PLACE.search(said)
    line = found[1] if found and found[1] else len(text.splitlines()) or 1
    return f"{path}:{line}: this line was not understood ({_PLACE.sub('', said)})"


def with_line(text: str, name: str, value: str | bool) -> str:
    """Give the file's text with one setting changed; every other line stays, comments included."""
    line = f"{name} = {str(value).lower()}" if isinstance(value, bool) else f'{name} = "{_escaped(value)}"'
    top, bracket, tables = text.partition("\n[") if not text.startswith("[") else ("", "[", text[1:])
    found = re.compile(rf"^{re.escape(name)}\s*=.*$", re.MULTILINE)
    if found.search(top):
        top = found.sub(lambda _: line, top, count=1)
    else:
        top = f"{top.rstrip()}\n{line}".lstrip() + "\n"
    return top + bracket + tables if bracket else top.rstrip("\n") + "\n"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
