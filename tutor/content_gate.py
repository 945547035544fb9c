"""`tutor dev check`: holds a lab against everything it promises. Every sentence names the file and the cure.

The promises about text are checked here. Those about running code (the solution passes every check, every
misconception is rejected by its name, every check rejects one) are checked by a child process: this one never
loads numerics.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tutor import mathbox, places
from tutor.errors import ContentError, TutorError
from tutor.model import Lab, Question
from tutor.places import solutions_folder
from tutor.stubs import release
from tutor.workspace import Workspace, fresh_exercise, solution_source

WIDEST = 52
"""Columns for a displayed formula: what the statement pane has at 80 columns."""
_DISPLAYED = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_FENCE = re.compile(r"^( *)(```|~~~).*?^\1\2", re.MULTILINE | re.DOTALL)


def broken_promises(lab: Lab, slugs: Sequence[str] = ()) -> Iterator[str]:
    """A sentence for each promise of the lab (or only of the questions named) that does not hold."""
    if unknown := set(slugs) - {question.slug for question in lab.questions}:
        raise TutorError(f"{lab.name} has no question {sorted(unknown)[0]}; `tutor list` names them.")
    yield from _stray_files(lab)
    for question in lab.questions:
        if not slugs or question.slug in slugs:
            yield from broken_text(lab, question)
            yield from _broken_code(question)


def broken_text(lab: Lab, question: Question) -> Iterator[str]:
    """The broken promises of one question that can be seen without running anything."""
    try:
        yield from _wrong_rungs(question)
        yield from _wide_formulas(question)
    except ContentError as error:
        yield str(error)
    if not question.source.with_suffix(".py").is_file():
        yield f"{question.source.with_suffix('.py')}:1: there are no checks; write them."
    try:
        yield from _wrong_stub(lab, question)
    except ContentError as error:
        yield str(error)


def _stray_files(lab: Lab) -> Iterator[str]:
    known = {question.slug for question in lab.questions}
    for folder in (lab.folder, solutions_folder(lab.name)):
        for path in sorted([*folder.glob("*.md"), *folder.glob("*.py")]):
            if path.stem not in known | {"opening", "__init__"}:
                yield f"{path}:1: no question is called so; list it in lab.toml, or take the file away."


def _wrong_rungs(question: Question) -> Iterator[str]:
    general = next(ladder for ladder in question.ladders if not ladder.target)
    if not 3 <= len(general.rungs) <= 4:
        yield f"{question.source}:1: the general ladder has {len(general.rungs)} rungs; give it 3 or 4."
    points = len(question.explanation.points)
    if not 2 <= points <= 3:
        yield f"{question.source}:1: the explanation has {points} points to tick; give it 2 or 3."


def _wide_formulas(question: Question) -> Iterator[str]:
    texts = [question.statement, question.alternatives, question.explanation.ask]
    texts += [question.explanation.model_answer, *(p.ask for p in question.predictions)]
    texts += [rung for ladder in question.ladders for rung in ladder.rungs]
    for formula in (found for text in texts for found in _DISPLAYED.findall(_FENCE.sub("", text))):
        start = " ".join(formula.split())[:40]
        if reason := mathbox.problem(formula):
            yield f"{question.source}:1: the formula `{start}` cannot be drawn ({reason}); rewrite it."
        elif (width := mathbox.width(formula)) > WIDEST:
            yield f"{question.source}:1: the formula `{start}` is {width} columns wide; break it at {WIDEST}."


def _wrong_stub(lab: Lab, question: Question) -> Iterator[str]:
    path = solutions_folder(lab.name) / f"{question.slug}.py"
    solution, fresh = solution_source(lab.name, question.slug), fresh_exercise(lab.name, question.slug)
    if question.kind == "code" and release(solution) == solution:
        yield f"{path}:1: no answer is marked; put `### BEGIN SOLUTION` and `### END SOLUTION` around it."
    if "### BEGIN SOLUTION" in fresh or "### END SOLUTION" in fresh:
        yield f"{path}:1: a solution marker has no partner; every BEGIN needs its END below it."
    released = Workspace(places.PACKAGE.parent, lab.name).exercise(question.slug)
    if places.PACKAGE.parent != path.parents[2]:
        return
    if not released.is_file():
        yield f"{released}:1: it was never released; run `tutor dev release --lab {lab.name}`."
    elif released.read_text(encoding="utf-8") != fresh:
        yield f"{released}:1: it is not the stub of the solution; run `tutor dev release --lab {lab.name}`."
    elif signatures(fresh) != signatures(solution):
        yield f"{path}:1: a signature or docstring lies inside a solution block; move it out."


def signatures(source: str) -> dict[str, tuple[str, str | None]]:
    """Each function, class and method of a file with its arguments or bases, and its docstring."""
    found: dict[str, tuple[str, str | None]] = {}

    def visit(body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, ast.FunctionDef):
                found[prefix + node.name] = (ast.unparse(node.args), ast.get_docstring(node))
            elif isinstance(node, ast.ClassDef):
                bases = ", ".join(ast.unparse(base) for base in node.bases)
                found[prefix + node.name] = (bases, ast.get_docstring(node))
                visit(node.body, f"{node.name}.")

    visit(ast.parse(source).body, "")
    return found


def _broken_code(question: Question) -> Iterator[str]:
    command = [sys.executable, "-m", "tutor.checking.tryout", question.slug]
    environment = {**os.environ, "PYTHONPATH": str(places.PACKAGE.parent)}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    faults = [line for line in run.stdout.splitlines() if line.startswith("FAULT")]
    if question.kind != "code":  # what is given cannot be got wrong in many ways
        faults = [fault for fault in faults if "the solution fails" in fault]
    checks: Path = question.source.with_suffix(".py")
    for fault in faults:
        yield f"{checks}:1: {fault.removeprefix('FAULT').strip()}; mend it until `tutor dev check` is quiet."
    if run.returncode and not run.stdout:
        last = (run.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        yield f"{checks}:1: it could not be tried ({last}); mend it until `tutor dev check` is quiet."
