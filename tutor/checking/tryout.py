"""`python -m tutor.checking.tryout SLUG [FILE…]`: a question's checks in this process, for its authors.

Without files it tries the solution and every misconception: the first must pass, each of the others must be
rejected by its own name, and every check must reject one. Only for files you trust: nothing is confined here.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from tutor.checking import promises
from tutor.checking.inline import Inline
from tutor.checking.judge import Judge
from tutor.checking.material import Material
from tutor.model import Result, Status
from tutor.places import labs_folder, solutions_folder


def material(slug: str) -> Material:
    """The material of `slug`, in whichever lab has it."""
    for toml in sorted(labs_folder().glob("*/lab.toml")):
        parts = tomllib.loads(toml.read_text(encoding="utf-8"))["parts"]
        slugs = tuple(name for part in parts for name in part["questions"])
        if slug in slugs:
            return Material(toml.parent, solutions_folder(toml.parent.name), slug, slugs)
    raise SystemExit(f"no lab has a question {slug}")


def judged(stuff: Material, source: str, seed: int, replacement: object = None) -> tuple[Judge, list[Result]]:
    """Judge `source`, or the solution with one name replaced."""
    judge = Judge(stuff, promises.load(stuff.lab / f"{stuff.slug}.py"), seed)
    return judge, list(judge.run(Inline(stuff, source, seed, replacement=replacement), source))  # type: ignore[arg-type]


def first_failure(results: list[Result]) -> Result | None:
    """The first result that did not pass."""
    return next((result for result in results if result.status is not Status.PASSED), None)


def try_files(stuff: Material, paths: list[str], seed: int) -> int:
    """Print what becomes of each file."""
    for path in paths:
        judge, results = judged(stuff, Path(path).read_text(encoding="utf-8"), seed)
        failed = first_failure(results)
        print(f"{'FAIL' if failed else 'pass'} {path} {judge.misconception or ''} {' '.join(judge.remarks)}")
        if failed:
            print(f"     {failed.name} [{failed.status}]: {failed.rationale}\n     -> {failed.help}")
    return 0


def try_promises(stuff: Material, seed: int) -> int:
    """Hold the promises against their own misconceptions; the number of faults."""
    faults = 0
    judge, results = judged(stuff, stuff.solution, seed)
    if failed := first_failure(results):
        faults += 1
        print(f"FAULT the solution fails {failed.name}: {failed.rationale}")
    unused = {check.name for check in judge.promises.checks}
    for item in judge.promises.misconceptions:
        other, results = judged(stuff, stuff.solution, seed, (item.target, item.implementation))
        failed = first_failure(results)
        unused.discard(failed.name if failed else "")
        good = failed is not None and other.misconception == item.slug
        faults += not good
        by = f"{failed.name}, told {other.misconception}: {failed.rationale[:150]}" if failed else "nothing"
        print(f"{'ok   ' if good else 'FAULT'} {item.slug}: rejected by {by}")
    for name in sorted(unused):
        faults += 1
        print(f"FAULT no misconception is rejected by the check {name}")
    return faults


def main(argv: list[str]) -> int:
    """Entry point."""
    stuff = material(argv[0])
    return try_files(stuff, argv[1:], 1) if argv[1:] else min(1, try_promises(stuff, 1))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
