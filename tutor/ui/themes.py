"""The two themes of our own; the third follows the terminal's colours."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tutor-dark",
    primary="#7aa2f7",
    secondary="#bb9af7",
    accent="#e0af68",
    foreground="#c8ccd8",
    background="#16181d",
    surface="#1b1e24",
    panel="#262a33",
    success="#8fc77a",
    warning="#e0af68",
    error="#ef7a85",
    dark=True,
)
LIGHT = Theme(
    name="tutor-light",
    primary="#2455a6",
    secondary="#7a3fa0",
    accent="#8a5a00",
    foreground="#23262d",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#e4e1d9",
    success="#2c7026",
    warning="#8a5a00",
    error="#b3261e",
    dark=False,
)
NAMES = {"dark": DARK.name, "light": LIGHT.name, "terminal": "ansi-dark"}
"""From the setting's word to the theme's name."""
