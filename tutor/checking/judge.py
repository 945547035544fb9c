"""Runs a question's checks against a subject, and names the mistake of the first that fails."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from tutor.checking import words
from tutor.checking.author import Check, Misconception, load_solution
from tutor.checking.compare import Failure, TimedOut, Unwritten
from tutor.checking.inline import Inline
from tutor.checking.material import Material
from tutor.checking.promises import Promises
from tutor.checking.subject import Subject
from tutor.checking.traces import Diverged, same_trace
from tutor.checking.trial import Trial
from tutor.model import Result, Status

SHORTEST_LIMIT = 2.0
"""Seconds that a call may take at least."""


@dataclass
class Judge:
    """The checks of one question and what is needed to run them."""

    material: Material
    promises: Promises
    seed: int
    limit: float = SHORTEST_LIMIT
    remarks: dict[str, str] = field(default_factory=dict)
    misconception: str | None = None

    @functools.cached_property
    def reference(self) -> Subject:
        """The reference, loaded afresh for this run."""
        return Inline(self.material, self.material.solution, self.seed)

    def run(self, subject: Subject, source: str) -> Iterator[Result]:
        """One result a check, in order; after the first that does not pass the rest are skipped."""
        stopped = False
        for check in self.promises.checks:
            if stopped:
                yield Result(check.name, check.claim, Status.SKIPPED)
                continue
            result = self.one(check, subject, source)
            stopped = result.status is not Status.PASSED
            yield result

    def one(self, check: Check, subject: Subject, source: str) -> Result:
        """The result of one check; an exception that is not a Failure is the check's own fault."""
        trial = self.trial(check.name, subject, source)
        try:
            self._try(check, trial)
        except Failure as failure:
            return self._failed(check, trial, failure)
        except Exception as error:
            where = _own_line(error)
            return Result(
                check.name,
                check.claim,
                Status.ERROR,
                f"The check itself failed at {where} ({type(error).__name__}: {error}): our bug, not yours.",
                "Go on with the next question; `tutor doctor` says how to report this.",
            )
        finally:
            self.remarks = {**trial.remarks, **self.remarks}
        return Result(check.name, check.claim, Status.PASSED)

    def trial(self, name: str, subject: Subject, source: str = "") -> Trial:
        """A trial with the seed that belongs to `name`: the same on a replay, another for each check."""
        digest = hashlib.sha256(f"{self.seed}:{name}".encode()).digest()
        public, secret = (int.from_bytes(part, "big") for part in (digest[:4], digest[4:20]))
        reference = load_solution(self.material.solutions, self.material.slug)
        rng = np.random.default_rng(secret)
        trial = Trial(subject, reference, lambda: self.reference, public, self.limit, rng)
        trial.source = source
        return trial

    def _try(self, check: Check, trial: Trial) -> None:
        if trial.subject.loaded.raised:
            raise words.failure(trial.subject.loaded.raised, "the file")
        check.run(trial)

    @functools.cached_property
    def decided(self) -> frozenset[str]:
        """Diagnoses that need no comparison: of the tutor's own, and of a check that names one of its own."""
        return DECIDED | {item.slug for item in self.promises.misconceptions}

    def _failed(self, check: Check, trial: Trial, failure: Failure) -> Result:
        status = {Unwritten: Status.UNWRITTEN, TimedOut: Status.TIMED_OUT}.get(type(failure), Status.FAILED)
        found = (
            None
            if failure.misconception in self.decided or status is not Status.FAILED
            else self.diagnose(check, trial)
        )
        self.misconception = found.slug if found else failure.misconception
        if found:
            rationale, help = f"{found.sentence} {failure.seen}".strip(), found.look
        else:
            rationale, help = failure.rationale, failure.help
        return Result(check.name, check.claim, status, rationale, _as_sentence(help), failure.line)

    def diagnose(self, check: Check, trial: Trial) -> Misconception | None:
        """The misconception that, tried by the same check with the same seed, answers as the learner did."""
        for item in self.promises.misconceptions:
            other = Inline(
                self.material,
                self.material.solution,
                self.seed,
                replacement=(item.target, item.implementation),
            )
            attempt = self.trial(check.name, other, trial.source)
            attempt.following = trial.trace
            try:
                check.run(attempt)
            except Failure:
                if same_trace(trial.trace, attempt.trace):
                    return item
            except Diverged:
                continue
            except Exception:  # a wrong implementation may break a check in ways no learner's file can
                continue
        return None


DECIDED = frozenset(
    [
        "syntax-error",
        "wrong-name",
        "missing-name",
        "exits",
        "too-much-memory",
        "crashed",
        "refused",
        "tampered",
        "library-left-out",
        "floods-output",
        "timed-out",
        "mutated-input",
    ]
)
"""Diagnoses that need no comparison with misconceptions."""


def _as_sentence(help: str) -> str:
    """What to look at, written as a noun phrase by a lab's author, as a sentence of its own."""
    if not help or help[0].isupper():
        return help
    return f"Look at {help}" if help.endswith(("?", ".", "!")) else f"Look at {help}."


def _own_line(error: BaseException) -> str:
    trace, where = error.__traceback__, "an unknown place"
    while trace:
        where = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
