"""The command line: parses arguments and hands over; all other imports wait until they are needed."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from tutor import __version__
from tutor.checking import starting
from tutor.errors import TutorError

Command = Callable[[argparse.Namespace], int]

PASSED, FAILED, REFUSED = 0, 1, 2
"""Exit statuses: all passed; something failed or is unwritten; usage, or our own error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `tutor` with the given arguments; returns the exit status."""
    _open_closed_streams()
    given = sys.argv[1:] if arguments is None else list(arguments)
    # To check takes libraries, which had better begin to load than wait for the arguments to be read.
    headstart = starting.begin() if given[:1] == ["check"] else None
    options = _parser().parse_args(given, argparse.Namespace(headstart=headstart))
    if options.no_color:
        os.environ["NO_COLOR"] = "1"
    try:
        command: Command = options.command
        _tell_about_settings(options)
        return command(options)
    except TutorError as error:
        from tutor.printing import warn

        warn(str(error))
        return REFUSED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has gone (`tutor list | head`): nothing to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    finally:
        gc.freeze()  # what is left ends with the process: nothing need be searched for garbage


def _open_closed_streams() -> None:
    """Let a stream that was closed by who started us (`>&-`) be one that nobody reads."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end


def _tell_about_settings(options: argparse.Namespace) -> None:
    """Say what is wrong with the settings files; the screen says it itself."""
    here = _current_folder()
    if options.command is _screen and not options.plain:
        return
    from tutor.places import settings_files, workspace_around

    root = here / options.workspace if options.workspace else workspace_around(here)
    if not any(os.access(path, os.F_OK) for path in settings_files(root)):
        return
    from tutor.printing import warn
    from tutor.review.settings import load_review
    from tutor.settings import load

    settings = load(root)
    for problem in (*settings.problems, *load_review(settings.files).problems):
        warn(problem)


def _current_folder() -> Path:
    """Where we are; a folder that was deleted under us is no place to work in."""
    try:
        return Path.cwd()
    except OSError as error:
        raise TutorError(
            f"the folder you are in cannot be used any more ({error.strerror}): it was deleted or closed; "
            "go home with `cd` and from there to your workspace, then try again."
        ) from None


class Parser(argparse.ArgumentParser):
    """A parser whose complaints show in one line what was typed."""

    def error(self, message: str) -> NoReturn:
        """Say it beside the usage, and end."""
        from tutor.cleaning import one_line

        super().error(one_line(message))


def _parser() -> Parser:
    parser = Parser(
        prog="tutor",
        description="A terminal tutor. Without a command it opens the screen.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"lab-tutor {__version__}")
    _add_common(parser, None)
    parser.add_argument("--plain", action="store_true", help="walk the lab line by line, without a screen")
    parser.add_argument("--theme", choices=("dark", "light", "terminal"), help="colours of the screen")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--edit-cmd", metavar="CMD", help="how to open a file, such as 'code --goto'")
    parser.set_defaults(command=_screen)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_work(commands)
    _add_files(commands)
    _add_review(commands)
    _add_grade(commands)
    _add_dev(commands)
    return parser


Subparsers = argparse._SubParsersAction  # the type has no public name


def _add_common(parser: Parser, default: object) -> None:
    """Options that may stand before or after the command."""
    no_color = False if default is None else default
    parser.add_argument("--lab", metavar="LAB", default=default, help="which lab, when there are several")
    parser.add_argument(
        "--workspace", metavar="DIR", type=Path, default=default, help="the folder of exercises/"
    )
    parser.add_argument("--no-color", action="store_true", default=no_color, help="no colours at all")


def _add(commands: Subparsers[Parser], name: str, text: str) -> Parser:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    _add_common(parser, argparse.SUPPRESS)
    parser.set_defaults(command=_named(name))
    return parser


def _named(name: str) -> Command:
    """The function of a command, imported when it runs."""

    def run(options: argparse.Namespace) -> int:
        from tutor import commands

        command: Command = getattr(commands, f"do_{name}")
        return command(options)

    return run


def _add_work(commands: Subparsers[Parser]) -> None:
    check = _add(commands, "check", "check one question, several, or all of them")
    check.set_defaults(command=_check)
    check.add_argument(
        "questions", nargs="*", metavar="QUESTION", help="a name, a number, or a part of the name"
    )
    check.add_argument("--json", action="store_true", help="print one JSON object a line")
    check.add_argument(
        "--seed", type=_seed, metavar="N", help="run with the random numbers of an earlier report"
    )
    _add(commands, "list", "show the questions and how far you are")
    hint = _add(commands, "hint", "give the next hint for a question")
    hint.add_argument("question", metavar="QUESTION")
    hint.add_argument("--seen", action="store_true", help="show the hints already given again")
    solution = _add(commands, "solution", "show the solution of a question that is passed or given up")
    solution.add_argument("question", metavar="QUESTION")
    solution.add_argument("--give-up", action="store_true", help="note that you give up, and show it")


def _add_files(commands: Subparsers[Parser]) -> None:
    init = _add(commands, "init", "make a folder to work in, with fresh exercises")
    init.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the current folder by default")
    reset = _add(commands, "reset", "put the fresh exercise back; what is there is kept")
    history = _add(commands, "history", "list the kept versions of an exercise")
    restore = _add(commands, "restore", "bring a kept version back; what is there is kept too")
    for parser in (reset, history, restore):
        parser.add_argument("question", metavar="QUESTION")
    restore.add_argument("version", metavar="VERSION", help="the first letters of a version's name")
    for parser in (reset, restore):
        parser.add_argument("--yes", action="store_true", help="do not ask")
    _add(commands, "doctor", "show what works on this machine")


def _add_review(commands: Subparsers[Parser]) -> None:
    review = _add(commands, "review", "go through what is due for review")
    review.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help="line by line")
    review.add_argument("--json", action="store_true", help="only list what is due, one JSON object a line")
    review.add_argument("--exam", metavar="DATE", help="YYYY-MM-DD: see everything before it; none: no exam")
    review.add_argument("--limit", type=_limit, metavar="N", help="how many cards a day (20)")
    _add(commands, "progress", "show what you know, and how well you know that you do")
    report = _add(commands, "report", "write down what you did: a page to print, Markdown, a notebook")
    report.add_argument("--html", type=Path, metavar="FILE", help="one page for a browser or paper")
    report.add_argument("--md", type=Path, metavar="FILE", help="the same as Markdown")
    report.add_argument("--ipynb", type=Path, metavar="FILE", help="a notebook that runs your functions")


def _add_grade(commands: Subparsers[Parser]) -> None:
    grade = _add(commands, "grade", "check many learners: every sub-folder of FOLDER is one workspace")
    grade.add_argument("folder", type=Path, metavar="FOLDER")
    grade.add_argument("--question", action="append", metavar="Q", help="only this one; may be repeated")
    grade.add_argument("--json", action="store_true", help="print one JSON object a learner and question")
    grade.add_argument("--jobs", type=_jobs, metavar="N", help="at a time; as many as processors by default")


def _add_dev(commands: Subparsers[Parser]) -> None:
    dev = commands.add_parser("dev", help="for authors of labs")
    actions = dev.add_subparsers(title="actions", metavar="ACTION", required=True)
    new = actions.add_parser("new", help="start a question: its three files and its line in lab.toml")
    new.add_argument("slug", metavar="SLUG")
    release = actions.add_parser("release", help="write exercises/ afresh from solutions/")
    check = actions.add_parser("check", help="hold a lab against everything it promises")
    check.add_argument("slugs", nargs="*", metavar="SLUG")
    for name, parser in (("new", new), ("release", release), ("check", check)):
        parser.add_argument("--lab", metavar="LAB", default=argparse.SUPPRESS)
        parser.set_defaults(command=_named(f"dev_{name}"))


def _jobs(text: str) -> int:
    jobs = int(text)
    if not 1 <= jobs <= 256:
        raise ValueError
    return jobs


def _limit(text: str) -> int:
    limit = int(text)
    if not 1 <= limit <= 36500:
        raise ValueError
    return limit


def _seed(text: str) -> int:
    seed = int(text)
    if not 0 <= seed < 2**63:
        raise ValueError
    return seed


def _check(options: argparse.Namespace) -> int:
    from tutor.check_command import do_check  # the quickest way in: without the other commands

    return do_check(options)


def _screen(options: argparse.Namespace) -> int:
    if options.plain:
        return _named("plain")(options)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise TutorError(
            "the screen needs a terminal and there is none here; run `tutor check`, or `tutor --plain` to go "
            "through the lab line by line."
        )
    return _named("screen")(options)
