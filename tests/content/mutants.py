"""`python -m tests.content.mutants [SLUG…]`: automatic mutants of the solutions, and which of them survive.

The mutants come from cosmic-ray's operators, one change each. A survivor is either an equivalent program,
listed with its reason in `equivalent.toml`, or a hole in the checks.
"""

from __future__ import annotations

import asyncio
import difflib
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from tests.content.corpus import Answer, judge, lab
from tutor.checking.client import Checker
from tutor.model import Question
from tutor.places import solutions_folder

EQUIVALENT = Path(__file__).with_name("equivalent.toml")


def mutants(source: str) -> Iterator[str]:
    """Every different program that one operator makes of `source` (without its demonstration)."""
    source = source.partition('\nif __name__ == "__main__"')[0] + "\n"
    seen = {source}
    for name in sorted(operator_names()):
        operator_class = get_operator(name)
        for operator in _instances(operator_class):
            for occurrence in range(1000):
                mutant = mutate_code(source, operator, occurrence)
                if mutant is None:
                    break
                if mutant not in seen:
                    seen.add(mutant)
                    yield mutant


def _instances(operator_class: type) -> list[object]:
    try:
        return [operator_class()]
    except TypeError:  # some operators take arguments: none that fits these programs
        return []


def change(source: str, mutant: str) -> str:
    """The changed line as `before -> after`."""
    lines = [
        line
        for line in difflib.unified_diff(source.splitlines(), mutant.splitlines(), lineterm="", n=0)
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    before = " ".join(line[1:].strip() for line in lines if line[0] == "-")
    after = " ".join(line[1:].strip() for line in lines if line[0] == "+")
    return f"{before} -> {after}"


def reasons(slug: str) -> dict[str, str]:
    """The equivalent mutants of a question, each with why it is no mistake."""
    return dict(tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get(slug, {}))


async def survivors(question: Question) -> tuple[int, list[str]]:
    """How many mutants there are, and the changes that the checks let pass."""
    source = (solutions_folder(lab().name) / f"{question.slug}.py").read_text(encoding="utf-8")
    found = list(dict.fromkeys(mutants(source)))
    checker = Checker(lab(), engine_for_all=False)
    alive = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, mutant in enumerate(found):
            place = Path(folder, str(number))
            place.mkdir()
            paths.append(place / f"{question.slug}.py")
            paths[-1].write_text(mutant, encoding="utf-8")
        try:
            attempts = [Answer(question.slug, path, False, "") for path in paths]
            async for judged in judge(checker, question, attempts):
                if judged.passed:
                    alive.append(
                        change(
                            source.partition('\nif __name__ == "__main__"')[0] + "\n",
                            judged.answer.path.read_text(),
                        )
                    )
        finally:
            await checker.close()
    return len(found), alive


async def main(slugs: list[str]) -> int:
    """Print a row a question, and every survivor that has no reason."""
    holes = 0
    for question in lab().questions:
        if question.kind != "code" or (slugs and question.slug not in slugs):
            continue
        number, alive = await survivors(question)
        known = reasons(question.slug)
        unexplained = [one for one in alive if one not in known]
        holes += len(unexplained)
        print(
            f"{question.slug:26}{number:5} mutants, {len(alive) - len(unexplained):3} equivalent, "
            f"{len(unexplained):3} unexplained",
            flush=True,
        )
        print("".join(f"    {one}\n" for one in unexplained), end="")
    return int(holes > 0)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
