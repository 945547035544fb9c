"""What a learner has chosen once and wants again: theme, keys, editor, symbols, mouse, motion.

Read from `$XDG_CONFIG_HOME/lab-tutor/settings.toml` (`%APPDATA%` on Windows), then from
`.tutor/settings.toml` of the workspace, which wins. A file that cannot be read or understood is a sentence in
`problems`, never a stop.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Literal, cast

from tutor.files import private_folder, write_atomically
from tutor.records import record

Theme = Literal["dark", "light", "terminal"]
Motion = Literal["auto", "full", "reduced"]

THEMES: tuple[Theme, ...] = ("dark", "light", "terminal")
MOTIONS: tuple[Motion, ...] = ("auto", "full", "reduced")

_TEXTS = {"theme": THEMES, "motion": MOTIONS, "edit_cmd": ()}
_SWITCHES = ("ascii", "mouse")


@record
class Settings:
    """The choices in force, after both files and before the command line's options."""

    theme: Theme = "dark"
    edit_cmd: str = ""
    """The editor's command line; empty means `$VISUAL`, then `$EDITOR`, then a known editor."""
    ascii: bool = False
    """Whether symbols and curves keep to ASCII."""
    mouse: bool = True
    motion: Motion = "auto"
    """`auto` reduces motion over ssh."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Binding id (as `?` lists them) to comma-separated keys."""
    files: tuple[Path, ...] = ()
    """Where settings are looked for, least important first."""
    problems: tuple[str, ...] = ()
    """Sentences about what was not understood."""

    @property
    def reduced_motion(self) -> bool:
        """Whether to redraw rarely and never animate."""
        return self.motion == "reduced" or (self.motion == "auto" and "SSH_CONNECTION" in os.environ)


def user_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Give the path of the user's own settings, or None where there is no home to keep them in."""
    base = environment.get("APPDATA") if sys.platform == "win32" else environment.get("XDG_CONFIG_HOME")
    if base:
        return Path(base) / "lab-tutor" / "settings.toml"
    try:
        return Path.home() / ".config" / "lab-tutor" / "settings.toml"
    except RuntimeError:
        return None


def load(workspace: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings that hold for a workspace folder.

    Never raises: what is wrong with a file is said in `problems` and the rest of it still counts.
    """
    own = user_file(environment)
    files = tuple(path for path in (own, workspace and workspace / ".tutor" / "settings.toml") if path)
    settings = Settings(files=files)
    for path in files:
        settings = _overlay(settings, path)
    return settings


def remember(settings: Settings, name: str, value: str | bool) -> str:
    """Write one choice into the user's file, or into the workspace's when that one cannot be written.

    Keeps the other lines of the file, comments included. Returns a sentence when neither could be written.
    """
    refusal = "there is no folder to keep settings in"
    for path in settings.files:
        try:
            path.parent.parent.mkdir(parents=True, exist_ok=True)
            private_folder(path.parent)
            old = path.read_text(encoding="utf-8") if path.exists() else ""
            write_atomically(path, _with_line(old, name, value).encode(), private=True)
            return ""
        except (OSError, UnicodeDecodeError) as error:
            refusal = str(error)
    return f"The choice holds until you quit, but it could not be written down: {refusal}."


def _overlay(settings: Settings, path: Path) -> Settings:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return _with_problem(settings, f"{path} was not read: {error}; correct it or delete it.")
    table.pop("review", None)  # read by `tutor.review.settings`
    for name, value in table.items():
        settings = _with_value(settings, path, name, value)
    return settings


def _with_value(settings: Settings, path: Path, name: str, value: Any) -> Settings:
    if name == "keys" and isinstance(value, dict) and all(isinstance(key, str) for key in value.values()):
        return replace(settings, keys={**settings.keys, **value})
    if name in _SWITCHES and isinstance(value, bool):
        return replace(settings, **cast(Any, {name: value}))
    if name in _TEXTS and isinstance(value, str) and (not _TEXTS[name] or value in _TEXTS[name]):
        return replace(settings, **cast(Any, {name: value}))
    allowed = ", ".join(_TEXTS.get(name, ())) or "see the README, section Settings"
    return _with_problem(settings, f"{path}: `{name} = {value!r}` was not understood ({allowed}).")


def _with_problem(settings: Settings, problem: str) -> Settings:
    return replace(settings, problems=(*settings.problems, problem))


def _with_line(text: str, name: str, value: str | bool) -> str:
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
