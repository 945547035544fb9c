"""What each command does: asks the session and prints the answer. Named `do_<command>`."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

from tutor import check_printing
from tutor.cleaning import one_line
from tutor.content import lab_names, load_lab
from tutor.errors import TutorError
from tutor.model import Question, Status
from tutor.places import labs_folder, workspace_around
from tutor.printing import ask, say, say_markdown, symbols
from tutor.report_text import ASCII_SYMBOLS
from tutor.selecting import find_question, find_workspace, known_lab
from tutor.session import Session
from tutor.settings import Settings
from tutor.settings import load as load_settings
from tutor.shell import shell_word
from tutor.versions import find_version
from tutor.workspace import Workspace


def open_session(options: argparse.Namespace, *, engine_for_all: bool = False) -> Session:
    """The session of the workspace the options (or the current folder) point to.

    `engine_for_all` lets one engine serve all questions: right for a long session, slower for one check.
    """
    from tutor.checking.client import Checker

    folder, workspace = find_workspace(options.workspace, options.lab)
    lab = load_lab(folder)
    return check_printing.open_session(
        lab, workspace, Checker(lab, engine_for_all=engine_for_all, keep_ready=engine_for_all)
    )


def do_screen(options: argparse.Namespace) -> int:
    """Open the screen."""
    from tutor.ui.app import run

    session = open_session(options, engine_for_all=True)
    return run(session, _settings(options, session))


def do_plain(options: argparse.Namespace) -> int:
    """Walk the lab line by line."""
    from tutor.plain import PlainLab

    session = open_session(options, engine_for_all=True)
    width = min(100, shutil.get_terminal_size().columns)
    lab = PlainLab(session, say, ask, width=width, ascii_only=symbols() is ASCII_SYMBOLS)

    async def walk() -> None:
        try:
            await lab.run()
        finally:
            await session.close()

    asyncio.run(walk())
    return 0


def _settings(options: argparse.Namespace, session: Session) -> Settings:
    """The remembered settings, overruled by the options."""
    settings = load_settings(session.workspace.root)
    return replace(
        settings,
        theme=options.theme or settings.theme,
        edit_cmd=options.edit_cmd or settings.edit_cmd,
        mouse=settings.mouse and not options.no_mouse,
    )


def do_grade(options: argparse.Namespace) -> int:
    """Check many learners' workspaces and print a table."""
    from tutor.grading import default_jobs, grade

    lab = load_lab(labs_folder() / known_lab(options.lab or lab_names()[0]))
    questions = [find_question(lab, text) for text in options.question or []]
    return grade(
        lab, options.folder, questions or lab.questions, options.jobs or default_jobs(), options.json
    )


def do_review(options: argparse.Namespace) -> int:
    """Go through what is due, in the screen or line by line."""
    from tutor.review.command import note_exam, review_lines

    session = open_session(options, engine_for_all=True)
    if options.exam is not None:
        note_exam(session, options.exam, quiet=options.json)
    if options.json or options.plain or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return review_lines(session, limit=options.limit, as_json=options.json)
    from tutor.ui.app import run

    return run(session, _settings(options, session), review=True, limit=options.limit)


def do_progress(options: argparse.Namespace) -> int:
    """Print what the learner knows about themselves."""
    from tutor.review.command import progress_lines

    return progress_lines(open_session(options))


def do_report(options: argparse.Namespace) -> int:
    """Write the report of the lab."""
    from tutor.report.command import report

    return report(open_session(options), html=options.html, md=options.md, ipynb=options.ipynb)


def do_list(options: argparse.Namespace) -> int:
    """Print every part and question with its state."""
    session = open_session(options)
    for part in session.lab.parts:
        say(f"\n{part.title}")
        for question in part.questions:
            here = " <- you are here" if question is session.first_unfinished() else ""
            say("  ", _state(session, question), f" {question.slug:24} {question.title}{here}")
    passed = sum(session.passed(question) for question in session.lab.questions)
    say(f"\n{passed} of {len(session.lab.questions)} passed.{_due(session)}")
    return 0


def _due(session: Session) -> str:
    from tutor.review.opening import due_now

    due = due_now(session)
    return f" {due} to review: tutor review" if due else ""


def _state(session: Session, question: Question) -> Status:
    state = session.progress[question.slug]
    if session.passed(question):
        return Status.PASSED
    return Status.UNWRITTEN if state.passed else state.last_status or Status.SKIPPED


def do_hint(options: argparse.Namespace) -> int:
    """Print the next hint, or those already given."""
    session = open_session(options)
    question = find_question(session.lab, options.question)
    hints = session.hints_seen(question) if options.seen else (session.hint(question),)
    if not hints:
        say(f"No hint of {question.slug} was given yet; `tutor hint {question.slug}` gives the first.")
    for hint in hints:
        about = f", about {hint.target}" if hint.target else ""
        say(f"Hint {hint.rung} of {hint.of}{about}:")
        say_markdown(hint.text)
        say("")
    return 0


def do_solution(options: argparse.Namespace) -> int:
    """Print the solution, or why not yet."""
    session = open_session(options)
    question = session.open(find_question(session.lab, options.question).slug)
    if options.give_up and not session.passed(question):
        session.give_up()
    solution = session.solution(question)
    if isinstance(solution, str):
        raise TutorError(solution)
    say(solution.source)
    if solution.alternatives:
        say("Other ways:")
        say_markdown(solution.alternatives)
    return 0


def do_init(options: argparse.Namespace) -> int:
    """Make a workspace, or put missing exercises into one."""
    names = [known_lab(options.lab)] if options.lab else lab_names()
    root = options.folder or options.workspace or Path.cwd()
    for name in names:
        lab = load_lab(labs_folder() / name)
        workspace = Workspace.create(root, lab)
        say(f"{lab.title}: {len(lab.questions)} exercises are in {one_line(str(workspace.exercises))}.")
    where = "" if root.absolute() == Path.cwd() else f"cd {shell_word(root)} && "
    say(f"Nothing that was there has been changed. Start with: {where}tutor")
    return 0


def do_reset(options: argparse.Namespace) -> int:
    """Put the fresh exercise back, once confirmed."""
    session = open_session(options)
    question = find_question(session.lab, options.question)
    path = one_line(str(session.workspace.exercise(question.slug)))
    if not _confirmed(options, f"Replace {path} by the fresh exercise? What is there now is kept."):
        return 1
    kept = session.reset(question)
    say(f"{path} is fresh again.")
    if kept:
        say(f"Back to what was there: tutor restore {question.slug} {kept[:10]}")
    return 0


def do_history(options: argparse.Namespace) -> int:
    """Print the kept versions of an exercise, newest first."""
    session = open_session(options)
    question = find_question(session.lab, options.question)
    versions = session.history(question)
    for version in versions:
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(version.at))
        state = (version.status, f" {version.status}") if version.status else ("  kept",)
        say(f"{version.sha256[:10]}  {when}  ", *state)
    if versions:
        say(f"To bring one back: tutor restore {question.slug} VERSION")
    else:
        say(f"No version of {question.slug} was kept yet; every check keeps one.")
    return 0


def do_restore(options: argparse.Namespace) -> int:
    """Bring a kept version back, once confirmed."""
    session = open_session(options)
    question = find_question(session.lab, options.question)
    path = one_line(str(session.workspace.exercise(question.slug)))
    version = find_version(session.history(question), question.slug, options.version)
    if not _confirmed(
        options, f"Replace {path} by version {version.sha256[:10]}? What is there now is kept."
    ):
        return 1
    session.restore(question, version.sha256)
    say(f"{path} is version {version.sha256[:10]} again.")
    return 0


def do_doctor(options: argparse.Namespace) -> int:
    """Print what works on this machine."""
    from tutor.doctor import examine

    findings = examine(options.workspace or workspace_around(Path.cwd()) or Path.cwd())
    for finding in findings:
        sign = Status.PASSED if finding.fine else Status.FAILED
        say(sign, f" {finding.topic:22} {one_line(finding.found)}")
        if finding.remedy:
            say(f"{'':{3 + len(symbols()[Status.PASSED])}}{'':20} {one_line(finding.remedy)}")
    return 0 if all(finding.fine or not finding.needed for finding in findings) else 1


def do_dev_new(options: argparse.Namespace) -> int:
    """Start a question."""
    from tutor.authoring import new_question

    for path in new_question(_only_lab(options), options.slug):
        say(f"Written: {path}")
    say("Fill them in, then run: tutor dev release && tutor dev check")
    return 0


def do_dev_release(options: argparse.Namespace) -> int:
    """Write the stubs of a checkout afresh."""
    from tutor.authoring import release_exercises

    changed = release_exercises(load_lab(_only_lab(options)))
    for path in changed:
        say(f"Released: {path}")
    say(f"{len(changed)} exercises changed.")
    return 0


def do_dev_check(options: argparse.Namespace) -> int:
    """Hold a lab against its promises."""
    from tutor.content_gate import broken_promises

    broken = 0
    for sentence in broken_promises(load_lab(_only_lab(options)), options.slugs):
        broken += 1
        say(Status.FAILED, f" {sentence}")
    say("Every promise holds." if not broken else f"{broken} promises are broken.")
    return min(broken, 1)


def _only_lab(options: argparse.Namespace) -> Path:
    names = lab_names()
    if options.lab is None and len(names) != 1:
        raise TutorError(f"say which lab with --lab; there are: {', '.join(names) or 'none'}.")
    return labs_folder() / known_lab(options.lab or names[0])


def _confirmed(options: argparse.Namespace, question: str) -> bool:
    """Whether the user agrees; refused where nobody can be asked."""
    if options.yes:
        return True
    if not sys.stdin.isatty():
        raise TutorError(f"{question} Nobody is there to answer; add --yes if you are sure.")
    return ask(f"{question} [y/N] ").strip().casefold() in ("y", "yes")
