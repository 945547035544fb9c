"""A tutor killed at any moment of a thousand journal writes loses no acknowledged event or kept version."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import tutor
from tutor.journal import Journal

ENOUGH = 1000
"""Acknowledged writes, over all lives of the writer."""

WRITER = """\
import sys
from pathlib import Path
from tutor.journal import Journal

journal = Journal(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    sha = journal.keep(b"version %d" % number) if number % 7 == 0 else ""
    journal.append("counted", number=number, kept=sha, padding="p" * (number % 11) * 300)
    print(number, flush=True)
    number += 1
"""


def live_and_die(folder: Path, first: int, writes: int, moment: float) -> int:
    """Write from `first` on, be killed `moment` seconds after so many more; the last one acknowledged."""
    environment = {**os.environ, "PYTHONPATH": str(Path(tutor.__file__).parents[1])}
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert writer.stdout is not None
    killer = threading.Timer(moment, writer.kill)  # waits: the moment of the kill is random
    last = -1
    for line in writer.stdout:
        if line.endswith("\n"):
            last = int(line)
            if last == first + writes:
                killer.start()
    assert writer.wait() == -signal.SIGKILL
    return last


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a thing of POSIX")
def test_no_acknowledged_event_is_lost_to_a_kill(tmp_path: Path) -> None:
    """After every death the journal opens, holds all that was acknowledged in order, and goes on."""
    moments = random.Random(1)
    number = acknowledged = 0
    while acknowledged < ENOUGH:
        last = live_and_die(tmp_path, number, moments.randrange(120), moments.uniform(0.0, 0.002))
        acknowledged += last - number + 1
        journal = Journal(tmp_path)
        numbers = [event.data["number"] for event in journal.events]
        assert set(range(number, last + 1)) <= set(numbers)
        assert numbers == sorted(numbers)
        number = max(numbers) + 1
    for event in Journal(tmp_path).events:
        if event.data["kept"]:
            assert journal.version(event.data["kept"]) == b"version %d" % event.data["number"]
