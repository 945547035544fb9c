"""Every key of the lab's screen, once: bindings, the row at the foot, the help page and the palette read it.

The ids are what a learner's settings file rebinds: `[keys]` / `"lab.hint" = "h,f3"`.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.keys import format_key

LOOP = "The loop of a question"
STUCK = "When stuck"
SEE = "Seeing"
MOVE = "Moving about"
TUTOR = "The tutor"


def _key(group: str, id: str, key: str, action: str, what: str) -> Binding:
    return Binding(key, action, what, show=False, id=id, group=Binding.Group(group))


LAB_KEYS: list[Binding] = [
    _key(LOOP, "lab.go_on", "enter", "go_on", "Do what the present stage asks for"),
    _key(LOOP, "lab.predict", "p", "predict", "Predict; later, see how it turned out"),
    _key(LOOP, "lab.edit", "e", "edit", "Open the file in your editor"),
    _key(LOOP, "lab.edit_here", "E", "edit_here", "Edit the file right here"),
    _key(LOOP, "lab.run", "r", "run", "Check the file now (saving does it too)"),
    _key(LOOP, "lab.cancel", "c", "cancel", "Cancel the run"),
    _key(LOOP, "lab.figure", "f", "section('figure')", "Look at the figures"),
    _key(LOOP, "lab.explain", "w", "explain", "Explain why, in your own words"),
    _key(LOOP, "lab.next", "n", "next", "Next question, when this one is done"),
    _key(STUCK, "lab.hint", "h", "hint", "A hint; again for the next one"),
    _key(STUCK, "lab.solution", "s", "solution", "The solution, after a pass or after giving up"),
    _key(STUCK, "lab.reset", "x", "reset", "Put the fresh file back (asks; yours is kept)"),
    _key(SEE, "lab.verdict", "v", "section('verdict')", "The verdict"),
    _key(SEE, "lab.output", "o", "section('output')", "What your code printed"),
    _key(SEE, "lab.log", "L", "log_axis", "Straight or logarithmic loss axis"),
    _key(SEE, "lab.copy", "y", "copy", "Copy the report"),
    _key(MOVE, "lab.list", "l", "list", "The list of questions"),
    _key(MOVE, "lab.search", "slash", "search", "Search the questions"),
    _key(MOVE, "lab.pane_1", "1", "pane('tree')", "Go to the questions"),
    _key(MOVE, "lab.pane_2", "2", "pane('statement')", "Go to the statement"),
    _key(MOVE, "lab.pane_3", "3", "pane('work')", "Go to your work"),
    _key(MOVE, "lab.tab", "tab", "turn(1)", "Next pane"),
    _key(MOVE, "lab.shift_tab", "shift+tab", "turn(-1)", "Pane before"),
    _key(MOVE, "lab.back", "escape,backspace", "back", "Back to the statement"),
]

APP_KEYS: list[Binding] = [
    _key(TUTOR, "tutor.help", "question_mark,f1", "help", "All keys"),
    _key(TUTOR, "tutor.review", "R", "review", "Go through what is due for review"),
    _key(TUTOR, "tutor.progress", "P", "progress", "What you know, and how well you know it"),
    _key(TUTOR, "tutor.opening", "0", "opening", "How to follow the lab"),
    _key(TUTOR, "tutor.theme", "t", "theme", "Dark, light, or the terminal's colours"),
    _key(TUTOR, "tutor.palette", "ctrl+p", "command_palette", "Everything by name"),
    _key(TUTOR, "tutor.quit", "q,ctrl+q", "quit", "Quit; everything is kept"),
]

PAGE_KEYS: list[BindingType] = [
    Binding("j,down", "rows(1)", "Scroll down", show=False, id="page.down"),
    Binding("k,up", "rows(-1)", "Scroll up", show=False, id="page.up"),
    Binding("space,pagedown", "pages(1)", "A page down", show=False, id="page.next"),
    Binding("b,pageup", "pages(-1)", "A page up", show=False, id="page.previous"),
    Binding("g,home", "rows(-1000000)", "To the top", show=False, id="page.top"),
    Binding("G,end", "rows(1000000)", "To the end", show=False, id="page.end"),
    Binding("left", "columns(-4)", "Scroll left", show=False, id="page.left"),
    Binding("right", "columns(4)", "Scroll right", show=False, id="page.right"),
]

_NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "shift+tab": "Shift+Tab"}


class KeyNames:
    """How each binding's first key is written now, after the learner's own choices."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        self._chosen = chosen
        self._keys = {binding.id: binding.key for binding in (*LAB_KEYS, *APP_KEYS) if binding.id}

    def __call__(self, id: str) -> str:
        """Give the first key of a binding, as a learner would name it."""
        return self.all(id)[0]

    def all(self, id: str) -> list[str]:
        """Give all keys of a binding."""
        keys = self._chosen.get(id) or self._keys.get(id, "")
        return [_written(key.strip()) for key in keys.split(",")]

    @property
    def unknown(self) -> list[str]:
        """Ids in the learner's settings that are no binding's."""
        pages = {binding.id for binding in PAGE_KEYS if isinstance(binding, Binding)}
        return sorted(set(self._chosen) - set(self._keys) - {id for id in pages if id})


def _written(key: str) -> str:
    if key in _NAMES:
        return _NAMES[key]
    *modifiers, last = key.split("+")
    name = format_key(last)
    last = name.upper() if name.startswith("f") and name[1:].isdigit() else name
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
