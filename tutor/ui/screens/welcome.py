"""The words of the first start, of the opening page and of the help."""

from __future__ import annotations

from textual.binding import Binding

from tutor.cleaning import one_line
from tutor.ui.blocks import Block, heading, say, spaced
from tutor.ui.desk import Desk
from tutor.ui.keys import APP_KEYS, LAB_KEYS
from tutor.ui.prose import prose
from tutor.ui.screens.ask import ReadScreen


def welcome(desk: Desk) -> ReadScreen:
    """What this is, the three keys that matter, where the files are."""
    lab, key = desk.session.lab, desk.key
    folder = one_line(str(desk.session.workspace.exercises))
    what = (
        f"{lab.title}, in {len(lab.questions)} questions. You write the answers in your own editor; each "
        "time you save, the tutor runs your file and tells you what it saw."
    )
    keys = [
        (key("lab.go_on"), "does what comes next: predict, write, look, explain, go on."),
        (key("lab.hint"), "gives a hint when you are stuck."),
        (key("tutor.help"), "shows all other keys."),
    ]
    blocks = spaced(
        [
            [say(what)],
            [
                heading("Three keys to begin with"),
                *(say((f"{k:>6}", "t-key"), f"  {t}", rest=" " * 8) for k, t in keys),
            ],
            [heading("Your files"), say(folder), say("Your progress is kept beside them, in .tutor/.")],
            [say(("Nothing moves on by itself, and nothing you write is ever lost.", "t-em"))],
        ]
    )
    return ReadScreen("Welcome", blocks, "begin")


def opening(desk: Desk) -> ReadScreen:
    """How to follow the lab, in its author's words."""
    lab = desk.session.lab
    return ReadScreen(lab.title, prose(lab.opening), "to the questions")


def help_text(desk: Desk) -> list[Block]:
    """Every key in its group, with the id by which it can be changed."""
    groups: dict[str, list[Binding]] = {}
    for binding in (*LAB_KEYS, *APP_KEYS):
        groups.setdefault(binding.group.description if binding.group else "", []).append(binding)
    listed = [[heading(name), *(_row(one, desk) for one in keys)] for name, keys in groups.items()]
    scroll = (
        "j k, arrows, Space, b, g, G scroll the pane that has the keyboard; Enter in the list goes there."
    )
    files = [str(path) for path in desk.settings.files]
    change = f'Change keys under [keys] in {" or ".join(files)}, for example "lab.hint" = "h,f3".'
    stages = "Read, predict, write, check, look, explain, next: the row at the top shows where you are."
    return spaced([[say(stages)], *listed, [say(scroll)], [heading("Your own keys"), say(change), *_ids()]])


def _row(binding: Binding, desk: Desk) -> Block:
    keys = ", ".join(desk.key.all(binding.id or ""))
    return say((f"{keys:>9}", "t-key"), f"  {binding.description}", rest=" " * 11)


def _ids() -> list[Block]:
    ids = ", ".join(binding.id for binding in (*LAB_KEYS, *APP_KEYS) if binding.id)
    return [say((f"Names: {ids}.", "t-dim"))]
