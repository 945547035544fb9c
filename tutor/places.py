"""Where things lie: labs and solutions in a checkout or inside the installed package; the settings files."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def labs_folder() -> Path:
    """The folder that holds one folder a lab."""
    return PACKAGE / "labs"


def solutions_folder(lab: str) -> Path:
    """The reference files of `lab`: beside the package in a checkout, within it in an installed wheel."""
    bundled = PACKAGE / "_bundled" / "solutions" / lab
    return bundled if bundled.is_dir() else PACKAGE.parent / "solutions" / lab


def workspace_around(start: Path) -> Path | None:
    """The folder with `exercises/` that `start` lies in, whose settings hold there."""
    around = (start, *start.parents)
    return next((folder for folder in around if os.access(folder / "exercises", os.X_OK)), None)


def settings_files(workspace: Path | None, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where settings are looked for, least important first: the user's own, then those of a workspace."""
    own = _user_settings(environment)
    return tuple(path for path in (own, workspace and workspace / ".tutor" / "settings.toml") if path)


def _user_settings(environment: Mapping[str, str]) -> Path | None:
    """None where there is no home to keep them in."""
    base = environment.get("APPDATA") if sys.platform == "win32" else environment.get("XDG_CONFIG_HOME")
    if base:
        return Path(base) / "lab-tutor" / "settings.toml"
    try:
        return Path.home() / ".config" / "lab-tutor" / "settings.toml"
    except RuntimeError:
        return None
