"""`tutor check`: the checker began first; everything else is done while its libraries load."""

from __future__ import annotations

import argparse
import asyncio

from tutor.checking.client import Checker
from tutor.content import load_lab
from tutor.selecting import find_question, find_workspace


def do_check(options: argparse.Namespace) -> int:
    """Check and print; 0 when all passed, 1 when something failed or is unwritten, 2 when we failed."""
    return asyncio.run(_check(options))


async def _check(options: argparse.Namespace) -> int:
    folder, workspace = find_workspace(options.workspace, options.lab)
    lab = load_lab(folder)
    questions = [find_question(lab, text) for text in options.questions] or list(lab.questions)
    # Where the heaviest engine is needed anyway, the questions in between need none of their own.
    checker = Checker(lab, engine_for_all="torch" in {question.engine for question in questions})
    try:
        if options.headstart:
            await checker.adopt(options.headstart, questions[0].engine)
        await checker.start(questions[0].engine)
        from tutor.check_printing import check_all, open_session

        session = open_session(lab, workspace, checker)
        return await check_all(session, questions, seed=options.seed, as_json=options.json)
    finally:
        await checker.close()
