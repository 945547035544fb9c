"""The screen's handle on the checker: starts it, sends requests, hands its messages on. No numerics here."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tutor.checking.adopted import Adopted
from tutor.checking.lines import LONGEST_LINE, Message, from_line, to_line
from tutor.checking.starting import STATION, Headstart, environment
from tutor.errors import CheckerError
from tutor.model import Engine, Fresh, Lab, Question, Report
from tutor.places import solutions_folder

SILENCE = 30.0
"""Seconds without a sign of life (a busy checker sends one every second) after which it counts as dead."""
_ORDER: tuple[Engine, ...] = ("numpy", "scipy", "sklearn", "torch")


class Station:
    """One running checker with its zygote, for one engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.process: asyncio.subprocess.Process | Adopted | None = None
        self.lock = asyncio.Lock()
        """Held while a request is answered."""
        self.starting = asyncio.Lock()
        """Held while the process starts: who asks meanwhile waits for it instead of starting another."""
        self.ids = itertools.count(1)
        self.killed = False
        """Whether one of its processes was killed, so that it could not remove its folders."""

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self.process is not None and self.process.returncode is None

    async def start(self) -> None:
        """Start the process unless it runs; what a dead one left running is ended first."""
        async with self.starting:
            if not self.alive:
                await self._start()

    async def _start(self) -> None:
        self.kill()
        command = [sys.executable, "-m", STATION, self.engine]
        pipe = asyncio.subprocess.PIPE
        self.process = await asyncio.create_subprocess_exec(
            *command,
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL if not os.environ.get("TUTOR_DEBUG") else None,
            start_new_session=True,
            limit=LONGEST_LINE,
            env=environment(),
        )

    async def adopt(self, headstart: Headstart) -> None:
        """Take over a process that began before it was known what it would serve."""
        self.process = await Adopted.from_headstart(headstart)
        self.process.stdin.write(f"{self.engine}\n".encode())

    def send(self, request: dict[str, Any]) -> None:
        """Send one request; a dead checker is noticed when its answer is awaited."""
        assert self.process is not None and self.process.stdin is not None
        with suppress(ConnectionError, RuntimeError):
            self.process.stdin.write(to_line(request))

    async def receive(self) -> tuple[Any, dict[str, Any]]:
        """The next message; CheckerError when the checker died or fell silent."""
        assert self.process is not None and self.process.stdout is not None
        try:
            line = await asyncio.wait_for(self.process.stdout.readline(), SILENCE)
        except (TimeoutError, ValueError):
            line = b""
        if not line:
            self.kill()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), 1.0)
            self.process = None
            raise CheckerError("The checker stopped: our fault, not yours; check again, it starts afresh.")
        return from_line(line)

    def kill(self) -> None:
        """End the process and all it started, at once."""
        if self.process is None:
            return
        self.killed = True
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            else:
                os.kill(self.process.pid, signal.SIGTERM)

    async def close(self) -> None:
        """Hang up; the checker and its zygote end by themselves, else they are killed."""
        if self.process is None:
            return
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            await asyncio.wait_for(self.process.wait(), 0.5)
        except TimeoutError:
            self.kill()
            await self.process.wait()


class Checker:
    """Checks the questions of one lab; engines start when they are first needed or asked for."""

    def __init__(self, lab: Lab, *, engine_for_all: bool = True, keep_ready: bool = False) -> None:
        self.lab = lab
        self.keep_ready = keep_ready
        """Whether a runner waits for the next check: quicker, for one idle process more."""
        self.shared = engine_for_all
        """Whether all but the lightest questions share the heaviest engine: right for a long session."""
        self.stations: dict[Engine, Station] = {}

    async def start(self, engine: Engine) -> None:
        """Warm the station that serves `engine`; does nothing if it runs."""
        await self._station(engine).start()

    async def adopt(self, headstart: Headstart, engine: Engine) -> None:
        """Have a process that has begun already serve `engine`."""
        await self._station(engine).adopt(headstart)

    async def check(
        self,
        question: Question,
        path: Path,
        workspace: Path,
        *,
        seed: int | None = None,
        figures: bool = True,
        values: bool = True,
        handed_in: bool = False,
    ) -> AsyncGenerator[Message]:
        """Results as they come, exactly one Report, then the actual values of predictions, then figures.

        With `handed_in`, `workspace` is somebody else's: links out of it are not followed, and a file that
        is still as it was given out has not passed, also where there is nothing to write.
        Closing the generator cancels the run. Raises CheckerError when the fault is ours.
        """
        request = {
            "op": "check",
            "path": str(path),
            "workspace": str(workspace),
            "seed": seed,
            "figures": figures,
            "values": values,
            "handed_in": handed_in,
            "again": self.keep_ready,
        }
        async for message in self._run(question, request):
            yield message

    async def fresh(
        self, question: Question, sort: str, name: str, seed: int, *, avoid: int | None = None
    ) -> Fresh:
        """A prompt for review: of the family `name` (sort "ask"), or about a misconception (sort "mistake").

        The same seed gives the same prompt; another one than the seed `avoid` gave, if the family has others.
        Raises CheckerError when there is no such family, or the fault is ours.
        """
        request = {"op": "fresh", "sort": sort, "name": name, "seed": seed, "avoid": avoid}
        messages = [message async for message in self._run(question, request)]
        found = next((message for message in messages if isinstance(message, Fresh)), None)
        if found is None:
            raise CheckerError(f"{question.slug} has no prompt about {name}; go on with the next card.")
        return found

    async def _run(self, question: Question, request: dict[str, Any]) -> AsyncGenerator[Message]:
        station = self._station(question.engine)
        async with station.lock:
            await station.start()
            number = next(station.ids)
            station.send({**request, **self._context(question), "id": number})
            done = False
            try:
                while not done:
                    message, beside = await station.receive()
                    if beside.get("id") != number:
                        continue
                    if isinstance(message, dict):
                        done = "done" in message
                        if "error" in message:
                            raise CheckerError(message["error"])
                    else:
                        yield message
            finally:
                if not done and station.alive:
                    station.send({"op": "cancel", "id": number})

    def _context(self, question: Question) -> dict[str, Any]:
        return {
            "lab": str(self.lab.folder),
            "solutions": str(solutions_folder(self.lab.name)),
            "slugs": [each.slug for each in self.lab.questions],
            "question": question.slug,
            "kind_of_question": question.kind,
        }

    def _station(self, engine: Engine) -> Station:
        if self.shared and engine != "numpy":
            engine = max((each.engine for each in self.lab.questions), key=_ORDER.index)
        return self.stations.setdefault(engine, Station(engine))

    async def close(self) -> None:
        """End every station; what one left behind that was killed is removed."""
        await asyncio.gather(*(station.close() for station in self.stations.values()))
        if any(station.killed for station in self.stations.values()):
            from tutor.checking import folders  # hardly ever needed

            folders.remove_stale()


__all__ = ["Checker", "Message", "Report", "Station"]
