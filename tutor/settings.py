"""What a learner has chosen once and wants again: theme, keys, editor, symbols, mouse, motion.

Read from `$XDG_CONFIG_HOME/lab-tutor/settings.toml` (`%APPDATA%` on Windows), then from
`.tutor/settings.toml` of the workspace, which wins. A file that cannot be read or understood is a sentence in
`problems`, never a stop.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Literal, cast

from tutor.files import private_folder, write_atomically
from tutor.places import settings_files
from tutor.records import record
from tutor.settings_file import SettingsFile, read, with_line

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


def load(workspace: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings that hold for a workspace folder.

    Never raises: what is wrong with a file is said in `problems` and the rest of it still counts.
    """
    settings = Settings(files=settings_files(workspace, environment))
    for path in settings.files:
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
            write_atomically(path, with_line(old, name, value).encode(), private=True)
            return ""
        except (OSError, UnicodeDecodeError) as error:
            refusal = str(error)
    return f"The choice holds until you quit, but it could not be written down: {refusal}."


def _overlay(settings: Settings, path: Path) -> Settings:
    file = read(path)
    if file.problem:
        return _with_problem(settings, f"{file.problem}; {_instead(settings, path)} until you correct it.")
    for name, value in file.table.items():
        if name != "review":  # read by `tutor.review.settings`
            settings = _with_value(settings, file, name, value)
    return settings


def _instead(settings: Settings, path: Path) -> str:
    others = [str(other) for other in settings.files if other != path and os.access(other, os.R_OK)]
    return f"{others[0]} and the defaults hold" if others else "the defaults hold"


def _with_value(settings: Settings, file: SettingsFile, name: str, value: Any) -> Settings:
    if name == "keys" and isinstance(value, dict) and all(isinstance(key, str) for key in value.values()):
        return replace(settings, keys={**settings.keys, **value})
    if name in _SWITCHES and isinstance(value, bool):
        return replace(settings, **cast(Any, {name: value}))
    if name in _TEXTS and isinstance(value, str) and (not _TEXTS[name] or value in _TEXTS[name]):
        return replace(settings, **cast(Any, {name: value}))
    return _with_problem(settings, f"{file.at(name)}: {_misunderstood(settings, name, value)}.")


def _misunderstood(settings: Settings, name: str, value: Any) -> str:
    """What is wrong with a value, and what is used instead."""
    if name == "keys":
        return '[keys] holds lines such as "lab.check" = "r,f5"; the usual keys are used instead'
    if name not in (*_SWITCHES, *_TEXTS):
        known = ", ".join((*_TEXTS, *_SWITCHES, "[keys]", "[review]"))
        return f"there is no setting `{name}`; it is left out (there are: {known})"
    allowed = "true, false" if name in _SWITCHES else ", ".join(_TEXTS[name]) or "a text"
    now = getattr(settings, name)
    shown = str(now).lower() if isinstance(now, bool) else now
    instead = f"{shown} is used instead" if shown else "it is left out"
    return f"`{name} = {value!r}` was not understood (write {allowed}); {instead}"


def _with_problem(settings: Settings, problem: str) -> Settings:
    return replace(settings, problems=(*settings.problems, problem))
