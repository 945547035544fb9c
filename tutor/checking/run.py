"""One check of one question: read the file, run the promises, report; then what there is to see."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import secrets
import time
import tokenize
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from tutor.checking import promises, reading
from tutor.checking.compare import Failure
from tutor.checking.judge import SHORTEST_LIMIT, Judge
from tutor.checking.launchers import Launcher
from tutor.checking.material import Material
from tutor.checking.remote import KEPT_OUTPUT, Remote, Watch
from tutor.cleaning import clean, one_line
from tutor.model import Actual, Output, Progress, Remark, Report, Result, Status, Unprotected
from tutor.stubs import release

NOTHING_TO_SEE = (Failure, TypeError, ValueError, AttributeError, LookupError, ArithmeticError)
"""What comes of predictions and figures when an answer that passed returns odd values for other inputs."""
SECOND_LOOK = 0.1
"""Seconds after which a file that may be half written is looked at again."""
RANDOM = secrets.SystemRandom()


class Line(Protocol):
    """Where messages go, and who may cancel."""

    def emit(self, message: Any) -> None:
        """Send one message."""
        ...

    def look(self) -> None:
        """Raise if the run was cancelled."""
        ...


class Run:
    """One request to check one file."""

    def __init__(self, request: dict[str, Any], launcher: Launcher, line: Line) -> None:
        self.request = request
        self.launcher = launcher
        self.line = line
        self.path = Path(request["path"])
        self.handed_in = Path(request["workspace"]) if request.get("handed_in") else None
        """The folder that somebody else handed in."""
        self.own_work = request["kind_of_question"] != "code"
        """Whether the question looks at the learner's own earlier answers."""
        self.material = Material(
            Path(request["lab"]), Path(request["solutions"]), request["question"], tuple(request["slugs"])
        )
        self.promises = promises.load(self.material.lab / f"{self.material.slug}.py")
        self.limit = float(os.environ.get("TUTOR_TIME_LIMIT", SHORTEST_LIMIT))
        self.started = time.monotonic()
        self.printed: list[str] = []
        self.open: list[Remote] = []

    def check(self) -> None:
        """Send results, a report, then actual values and figures."""
        try:
            source = self._read()
            # Drawn only now: nothing in the file can have foreseen it.
            given = self.request.get("seed")
            self.seed = RANDOM.randrange(2**53) if given is None else int(given)
            self.judge = Judge(self.material, self.promises, self.seed, self.limit)
            results = self._early(source)
            if results is None:
                source, remote = self._load(source)
                self.text = source.text
                results = list(self._results(remote))
            else:
                for result in results:
                    self.line.emit(result)
            status = _overall(results)
            if status is Status.PASSED and not self.own_work:
                self._with_own_work()
            self._output()
            self._report(source, status, results)
            if status is Status.PASSED or (self.own_work and source.text):
                self._look()
        finally:
            for remote in self.open:
                remote.close()

    def _source(self, path: Path) -> reading.Source:
        return reading.read(path, path.stem, self.handed_in)

    def _read(self) -> reading.Source:
        """The file; one that is not there, or broken and changed just now, is read once more."""
        source = self._source(self.path)
        if source.missing or (source.young and (source.problem or not source.text.strip())):
            time.sleep(SECOND_LOOK)
            source = self._source(self.path)
        return source

    def _load(self, source: reading.Source) -> tuple[reading.Source, Remote]:
        """A runner with the file; one that looks half written and was changed just now is read once more."""
        modules = self._own_modules() if self.own_work else None
        remote = self._subject(source.text, modules, listen=True)
        if remote.launcher.gaps:
            self.line.emit(Unprotected(remote.launcher.gaps))
        if source.young and self._looks_unfinished(remote):
            time.sleep(SECOND_LOOK)
            fresh = self._source(self.path)
            if not fresh.problem and fresh.data != source.data:
                self.printed.clear()
                return fresh, self._subject(fresh.text, modules, listen=True)
        return source, remote

    def _looks_unfinished(self, remote: Remote) -> bool:
        if remote.loaded.raised:
            return remote.loaded.raised.phase == "compile"
        return not _defined(self.material.solution) <= set(remote.loaded.value)

    def _early(self, source: reading.Source) -> list[Result] | None:
        """The results when nothing needs to be run: no readable file, or the fresh stub."""
        checks = self.promises.checks
        stub = release(self.material.solution)
        if source.problem:
            first = Status.UNWRITTEN if source.missing else Status.FAILED
            rationale, help = source.problem, source.help
        elif (self.handed_in or stub != self.material.solution) and _same_code(source.text, stub):
            first, rationale = Status.UNWRITTEN, f"{self.path.name} is still as it was handed out."
            help = f"Open {one_line(str(self.path))} and write it."
            if stub == self.material.solution:
                help = "Nothing in it shows whether it was run and looked at."
        else:
            return None
        return [
            Result(
                check.name,
                check.claim,
                Status.SKIPPED if k else first,
                "" if k else rationale,
                "" if k else help,
            )
            for k, check in enumerate(checks)
        ]

    def _results(self, remote: Remote) -> Iterator[Result]:
        for result in self.judge.run(remote, self.text):
            self.line.emit(result)
            yield result

    def _subject(
        self,
        text: str,
        modules: dict[str, str] | None = None,
        watch_progress: bool = False,
        listen: bool = False,
    ) -> Remote:
        counted = self.promises.counted if watch_progress else None
        request = self.material.request(
            text, self.seed, filename=self.path.name, modules=modules, counted=counted
        )
        watch = Watch(self.line.look, self._progress)
        hear = self._print if listen else _ignore
        remote = Listening(hear, self.launcher, self.material, text, request, self.limit, watch)
        self.open.append(remote)
        return remote

    def _own_modules(self, only: set[str] | None = None) -> dict[str, str]:
        """The learner's earlier files (those in `only`, else all), the references for the others."""
        modules = dict(self.material.earlier)
        for slug in modules if only is None else only:
            source = self._source(self.path.with_name(f"{slug}.py"))
            if not source.problem:
                modules[slug] = source.text
            elif only is None and self.own_work:
                modules[slug] = f"raise NotImplementedError({source.help!r})"
        return modules

    def _with_own_work(self) -> None:
        """Once more with the learner's own earlier answers; if only that fails, say which one breaks it."""
        needed = self._needs(self.text)
        if not needed or not self._fails_with(needed):
            return
        culprits = [slug for slug in sorted(needed, reverse=True) if self._fails_with({slug})] or sorted(
            needed
        )
        named = ", ".join(culprits)
        self.judge.remarks["earlier-answer"] = (
            f"It is right; what breaks it is your {named}: with the reference in its place it passes. "
            f"Check {culprits[0]} next."
        )

    def _fails_with(self, own: set[str]) -> bool:
        modules = self._own_modules(own)
        if modules == self.material.earlier:
            return False
        judge = Judge(self.material, self.promises, self.seed, self.limit)
        remote = self._subject(self.text, modules)
        failed = next((r for r in judge.run(remote, self.text) if r.status is not Status.PASSED), None)
        remote.close()
        return failed is not None and failed.status is not Status.UNWRITTEN

    def _needs(self, text: str) -> set[str]:
        """The earlier questions that `text` imports, directly or through another, and that are written."""
        needed: set[str] = set()
        todo = [text]
        while todo:
            for slug in _imports(todo.pop()) & set(self.material.earlier) - needed:
                source = self._source(self.path.with_name(f"{slug}.py"))
                if not source.problem and not _same_code(source.text, release(self.material.earlier[slug])):
                    needed.add(slug)
                    todo.append(source.text)
        return needed

    def _report(self, source: reading.Source, status: Status, results: list[Result]) -> None:
        passed = status is Status.PASSED
        for slug, text in self.judge.remarks.items():
            self.line.emit(Remark(slug, text))
        self.line.emit(
            Report(
                lab=self.material.lab.name,
                question=self.material.slug,
                status=status,
                misconception=None if passed else self.judge.misconception,
                remarks=tuple(self.judge.remarks.values()),
                results=tuple(results),
                path=str(self.path),
                sha256=hashlib.sha256(source.data).hexdigest(),
                seed=self.seed,
                seconds=round(time.monotonic() - self.started, 4),
                tested=self.promises.tested if passed else "",
            )
        )

    def _look(self) -> None:
        """What the learner predicted, computed from their own code; then the figures."""
        predictions = self.promises.predictions if self.request.get("values", True) else {}
        figures = self.promises.figures if self.request.get("figures", True) else ()
        if not predictions and not figures:
            return
        remote = self._subject(self.text, self._own_modules() if self.own_work else None, watch_progress=True)
        for name, computed in predictions.items():
            trial = self.judge.trial(f"prediction {name}", remote, self.text)
            with suppress(*NOTHING_TO_SEE):
                self.line.emit(Actual(name, _simple(computed.run(trial)), yours=True))
        for drawing in figures:
            with suppress(*NOTHING_TO_SEE):
                for figure in drawing.run(self.judge.trial("figure", remote, self.text)):
                    self.line.emit(figure)

    def _print(self, text: str) -> None:
        if text and sum(map(len, self.printed)) <= KEPT_OUTPUT:
            self.printed.append(text)

    def _output(self) -> None:
        text = "".join(self.printed)
        if text:
            self.line.emit(Output(clean(text[:KEPT_OUTPUT]), len(text) > KEPT_OUTPUT))

    def _progress(self, data: bytes) -> None:
        for line in data.splitlines():
            with suppress(ValueError, KeyError, TypeError, OverflowError, RecursionError):
                fields = json.loads(line)
                points = tuple((float(x), float(y)) for x, y in fields["points"])
                label = clean(str(fields["label"])[:20])
                self.line.emit(Progress(label, int(fields["step"]), int(fields["total"]), points))


class Listening(Remote):
    """A runner whose printed output is shown to the learner."""

    def __init__(self, hear: Callable[[str], None], *args: Any) -> None:
        self.hear = hear
        super().__init__(*args)

    def ask(self, *args: Any) -> Any:
        """Ask, and pass on what was printed meanwhile."""
        outcome = super().ask(*args)
        self.hear(outcome.stdout)
        return outcome


def _ignore(text: str) -> None:
    """The same prints once more are nothing new."""


def _overall(results: list[Result]) -> Status:
    return next((result.status for result in results if result.status is not Status.PASSED), Status.PASSED)


def _simple(value: Any) -> Any:
    """A value as JSON can carry it: NumPy's numbers and arrays become Python's."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, str):
        return clean(value)
    return tuple(_simple(item) for item in value) if isinstance(value, list | tuple) else value


def _same_code(mine: str, stub: str) -> bool:
    """Whether two sources are the same program, whatever their comments and layout.

    Told by their tokens: parsing a hostile file here could bring the checker down.
    """
    if mine == stub:
        return True
    mark = "NotImplementedError"  # the stub of something to write has one, hardly an answer does
    if (mark in mine) != (mark in stub):
        return False
    try:
        return _tokens(mine) == _tokens(stub)
    except (SyntaxError, tokenize.TokenError):
        return False


def _tokens(source: str) -> list[str]:
    skip = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENCODING)
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type not in skip]


def _defined(text: str) -> set[str]:
    return set(re.findall(r"^(?:def|class)[ \t]+(\w+)", text, re.MULTILINE))


def _imports(text: str) -> set[str]:
    return set(re.findall(r"^[ \t]*(?:from|import)[ \t]+(\w+)", text, re.MULTILINE))
