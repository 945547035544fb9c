"""Where the labs and their solutions lie: in a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def labs_folder() -> Path:
    """The folder that holds one folder a lab."""
    return PACKAGE / "labs"


def solutions_folder(lab: str) -> Path:
    """The reference files of `lab`: beside the package in a checkout, within it in an installed wheel."""
    bundled = PACKAGE / "_bundled" / "solutions" / lab
    return bundled if bundled.is_dir() else PACKAGE.parent / "solutions" / lab
