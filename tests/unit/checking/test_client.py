"""The whole engine with real processes, on the toy lab."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.processes import busy
from tests.unit.checking.conftest import Toy, messages
from tests.waiting import until_async
from tutor.checking.client import Checker
from tutor.errors import CheckerError
from tutor.model import Actual, Curves, Output, Report, Result, Status
from tutor.stubs import release

RIGHT = "def double(x):\n    return x + x\n"


def report_of(found: list[Any]) -> Report:
    reports = [message for message in found if isinstance(message, Report)]
    assert len(reports) == 1
    return reports[0]


def runs_for_ever(checker: Checker) -> bool:
    """Whether a function that never ends is surely running."""
    stations = [station.process.pid for station in checker.stations.values() if station.process]
    return any(busy(pid) for pid in stations)


def group_exists(group: int) -> bool:
    """Whether any process of the group is left."""
    with suppress(ProcessLookupError):
        os.killpg(group, 0)
        return True
    return False


async def test_a_right_answer_passes_with_values_and_figures(checker: Checker, toy: Toy) -> None:
    """Results, one report, then the actual values of predictions and the figures, in this order."""
    found = await messages(checker, toy, "t01_double", RIGHT)
    assert [type(message) for message in found] == [Result, Report, Actual, Curves]
    report = report_of(found)
    assert report.status is Status.PASSED
    assert report.tested == "arrays of 3 to 9 numbers"
    assert found[2] == Actual("of_three", 6.0, yours=True)


async def test_values_and_figures_are_asked_for_apart(checker: Checker, toy: Toy) -> None:
    """The two are asked for apart: predictions are told from the shell, where nothing is drawn."""
    found = await messages(checker, toy, "t01_double", RIGHT, figures=False)
    assert [type(message) for message in found] == [Result, Report, Actual]
    found = await messages(checker, toy, "t01_double", RIGHT, figures=False, values=False)
    assert [type(message) for message in found] == [Result, Report]


async def test_a_misconception_is_named(checker: Checker, toy: Toy) -> None:
    """The wrong answer is recognised by its values and told in its own sentence."""
    report = report_of(await messages(checker, toy, "t01_double", "def double(x):\n    return x * x\n"))
    assert report.status is Status.FAILED
    assert report.misconception == "squared-instead"
    assert report.results[0].rationale.startswith("You square instead of doubling.")
    assert report.results[0].help == "Look at the operator."


async def test_the_same_seed_replays_the_same_run(checker: Checker, toy: Toy) -> None:
    """The seed in a report gives the same numbers again."""
    wrong = "def double(x):\n    return x * 1.7\n"
    first = report_of(await messages(checker, toy, "t01_double", wrong))
    again = report_of(await messages(checker, toy, "t01_double", wrong, seed=first.seed))
    assert first.results == again.results
    assert first.seed == again.seed


async def test_a_fresh_stub_is_unwritten(checker: Checker, toy: Toy) -> None:
    """What was handed out is not failed, also with other comments and layout."""
    stub = release((toy.solutions / "t01_double.py").read_text())
    report = report_of(await messages(checker, toy, "t01_double", stub + "\n# my note\n"))
    assert report.status is Status.UNWRITTEN


async def test_a_missing_file_is_unwritten_and_says_how_to_get_it(checker: Checker, toy: Toy) -> None:
    """No file, no failure: the exact command is given."""
    report = report_of(await messages(checker, toy, "t01_double"))
    assert report.status is Status.UNWRITTEN
    assert "tutor reset t01_double" in report.results[0].help


async def test_an_early_bug_is_not_charged_to_a_later_question(checker: Checker, toy: Toy) -> None:
    """A later answer is judged with the reference underneath; then the early culprit is named."""
    toy.write("t01_double", "def double(x):\n    return x * x\n")
    right = "from t01_double import double\n"
    right += "def mean_double(x, scale=1):\n    return double(x).mean() * scale\n"
    report = report_of(await messages(checker, toy, "t02_mean", right))
    assert report.status is Status.PASSED
    assert "your t01_double" in report.remarks[0]


async def test_an_ignored_argument_is_named(checker: Checker, toy: Toy) -> None:
    """A parameter that changes nothing is recognised without a misconception of its own."""
    frozen = (
        "from t01_double import double\ndef mean_double(x, scale=1.0):\n    return float(double(x).mean())\n"
    )
    report = report_of(await messages(checker, toy, "t02_mean", frozen))
    assert report.misconception == "ignored-argument"
    assert "`scale`" in report.results[0].rationale


async def test_printed_output_is_shown_without_escape_codes(checker: Checker, toy: Toy) -> None:
    """Prints arrive apart from the verdict, cleaned of what could take the terminal over."""
    noisy = 'print("\\x1b[31mred\\x1b[0m\\x07 \\x1b]0;title\\x07ok")\n' + RIGHT
    found = await messages(checker, toy, "t01_double", noisy)
    assert [m.text for m in found if isinstance(m, Output)] == ["red\\x07 ok\n"]
    assert report_of(found).status is Status.PASSED


async def test_two_who_ask_at_once_get_one_process(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen warms an engine while a save already asks for it: a second process would stay for ever."""
    started = []
    start = asyncio.create_subprocess_exec

    async def counted(*command: str, **options: Any) -> Any:
        started.append(command)
        return await start(*command, **options)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", counted)
    await asyncio.gather(checker.start("numpy"), checker.start("numpy"))
    assert len(started) == 1


async def test_leaving_early_cancels_the_run(checker: Checker, toy: Toy) -> None:
    """Closing the iterator stops a run that hangs; the next check answers at once."""
    path = toy.write("t01_double", "def double(x):\n    while True: pass\n")
    run = checker.check(toy.question("t01_double"), path, toy.exercises)
    waiting = asyncio.ensure_future(anext(run))
    assert await until_async(lambda: runs_for_ever(checker))
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await run.aclose()
    report = report_of(await messages(checker, toy, "t01_double", RIGHT))
    assert report.status is Status.PASSED


async def test_a_killed_checker_is_our_error_and_starts_afresh(
    checker: Checker, toy: Toy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the checker dies in a run, that is said as ours; the next check simply works."""
    monkeypatch.setenv("TUTOR_TIME_LIMIT", "60")
    path = toy.write("t01_double", "def double(x):\n    while True: pass\n")
    run = checker.check(toy.question("t01_double"), path, toy.exercises)
    waiting = asyncio.ensure_future(anext(run))
    assert await until_async(lambda: runs_for_ever(checker))
    for station in checker.stations.values():
        station.kill()
    with pytest.raises(CheckerError, match="our fault"):
        await waiting
    await run.aclose()
    assert report_of(await messages(checker, toy, "t01_double", RIGHT)).status is Status.PASSED


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the zygote through /proc")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_dead_or_stopped_zygote_is_replaced(checker: Checker, toy: Toy, sign: signal.Signals) -> None:
    """The next check works although the zygote is gone or does not answer."""
    assert report_of(await messages(checker, toy, "t01_double", RIGHT)).status is Status.PASSED
    station = next(iter(checker.stations.values()))
    assert station.process is not None
    os.kill(station.process.pid, sign)  # the parent of the two is the zygote
    try:
        report = report_of(await messages(checker, toy, "t01_double", "def double(x):\n    return 2.0 * x\n"))
        assert report.status is Status.PASSED
    finally:
        with suppress(ProcessLookupError):
            os.kill(station.process.pid, signal.SIGKILL)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the zygote through /proc")
@pytest.mark.parametrize("sign", [None, signal.SIGKILL, signal.SIGSTOP])
async def test_a_runner_that_waits_is_used_only_while_its_zygote_lives(
    toy: Toy, sign: signal.Signals | None
) -> None:
    """A runner forked in advance serves the next check; one whose zygote is gone is never asked."""
    client = Checker(toy.lab, keep_ready=True)
    try:
        for answer in ("return 2 * x", "return x * x", "return x + x"):
            report = report_of(await messages(client, toy, "t01_double", f"def double(x):\n    {answer}\n"))
            assert report.status is (Status.FAILED if "x * x" in answer else Status.PASSED)
            process = next(iter(client.stations.values())).process
            assert process is not None
            if sign is not None:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, sign)
    finally:
        for station in client.stations.values():
            station.kill()
        await client.close()


async def test_a_check_that_raises_is_our_error(checker: Checker, toy: Toy) -> None:
    """A bug in a lab's own check is called our bug, with its place, and never fails the learner."""
    promises = toy.lab.folder / "t01_double.py"
    promises.write_text(promises.read_text().replace('t.agree("double",', 'undefined("double",'))
    report = report_of(await messages(checker, toy, "t01_double", RIGHT))
    assert report.status is Status.ERROR
    assert "our bug, not yours" in report.results[0].rationale
    assert "t01_double.py:" in report.results[0].rationale


async def test_broken_promises_are_told_with_file_and_line(checker: Checker, toy: Toy) -> None:
    """Content that cannot be loaded stops the check with path, line and what is wrong."""
    promises = toy.lab.folder / "t01_double.py"
    promises.write_text("import numpy as np\nx = = 1\n")
    with pytest.raises(CheckerError, match=r"t01_double\.py:2: SyntaxError"):
        await messages(checker, toy, "t01_double", RIGHT)


async def test_nothing_is_left_behind(toy: Toy) -> None:
    """After closing, no process of the checker and no temporary folder remain."""
    client = Checker(toy.lab)
    await messages(
        client, toy, "t01_double", "def double(x):\n    open('left', 'w').write('x')\n    return 2 * x\n"
    )
    process = next(iter(client.stations.values())).process
    assert process is not None
    await client.close()
    assert await until_async(lambda: not list(Path("/tmp").glob(f"tutor-run-{process.pid}-*")))
    assert await until_async(lambda: not group_exists(process.pid))


async def test_without_fork_spare_processes_stand_in(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way of macOS and Windows: the same verdicts from spawned runners."""
    monkeypatch.setenv("TUTOR_NO_FORK", "1")
    client = Checker(toy.lab)
    try:
        assert report_of(await messages(client, toy, "t01_double", RIGHT)).status is Status.PASSED
        report = report_of(await messages(client, toy, "t01_double", "def double(x):\n    return x * x\n"))
        assert report.misconception == "squared-instead"
        report = report_of(
            await messages(client, toy, "t01_double", "import os\ndef double(x):\n    os._exit(3)\n")
        )
        assert report.misconception == "exits"
    finally:
        await client.close()
