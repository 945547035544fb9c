"""What Enter does in each stage of a question, and which keys the row at the foot shows."""

from __future__ import annotations

from tutor.session import Stage
from tutor.ui.keys import KeyNames
from tutor.ui.widgets.bars import KeyItem

GO_ON: dict[Stage, str] = {
    "read": "predict",
    "predict": "predict",
    "write": "edit",
    "check": "edit",
    "look": "figure",
    "explain": "explain",
    "done": "next",
}
"""The action that the present stage asks for."""
_ALSO: dict[Stage, tuple[str, ...]] = {
    "read": ("hint", "list"),
    "predict": ("edit", "list"),
    "write": ("run", "hint", "list"),
    "check": ("run", "hint", "output", "list"),
    "look": ("output", "list"),
    "explain": ("figure", "solution", "list"),
    "done": ("figure", "solution", "list"),
}
_LABELS = {"run": "check", "edit": "editor", "log": "log axis", "figure": "look"}
_ACTIONS = {
    "figure": "section('figure')",
    "output": "section('output')",
    "verdict": "section('verdict')",
    "log": "log_axis",
}


def foot(stage: Stage, key: KeyNames, *, running: bool, figures: bool) -> list[KeyItem]:
    """The keys that matter now: during a run, while looking at figures, or in a stage."""
    if running:
        return [_item(name, key) for name in ("cancel", "log", "output", "list")]
    first = KeyItem(key("lab.go_on"), _LABELS.get(GO_ON[stage], GO_ON[stage]), "screen.go_on")
    also = ("log", "verdict", "list") if figures else _ALSO[stage]
    return [first, *(_item(name, key) for name in also)]


def foot_of_place(place: str, key: KeyNames) -> list[KeyItem]:
    """The keys of the widget with that id, if it is one in which keys mean something of their own."""
    back = KeyItem("Esc", "back", "screen.back")
    match place:
        case "explain-text":
            turn = KeyItem("Tab", "next pane", "screen.turn(1)")
            return [KeyItem("Ctrl+S", "keep it", "focused.keep"), turn, back]
        case "why-answer":
            return [KeyItem("Enter", "keep it", ""), back]
        case "points":
            return [KeyItem("Space", "tick", ""), KeyItem(key("lab.next"), "next", "screen.next"), back]
        case "tree":
            go = KeyItem("Enter", "go there", "focused.choose")
            return [go, KeyItem(key("lab.search"), "search", "screen.search"), back, quitting(key)]
    return []


def quitting(key: KeyNames) -> KeyItem:
    """The key that ends it all."""
    return KeyItem(key("tutor.quit"), "quit", "app.quit")


def _item(name: str, key: KeyNames) -> KeyItem:
    return KeyItem(key(f"lab.{name}"), _LABELS.get(name, name), f"screen.{_ACTIONS.get(name, name)}")
