"""A whole training through the tutor, its live curve on, against the bare loop on one thread."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row, first_lab
from tutor.model import Progress
from tutor.places import solutions_folder

SLUG = "q19"
BARE = """
import os, sys, time
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
sys.path.insert(0, {folder!r})
import torch
torch.set_num_threads(1)
from sklearn.datasets import load_digits
from q17_network import NeuralNetwork
from q18_data_loaders import make_loaders
from q19_training import train
torch.optim.SGD(NeuralNetwork().parameters(), lr=0.1)
digits = load_digits()
for _ in range({times}):
    torch.manual_seed(0)
    loader, _ = make_loaders(digits.data, digits.target)
    model = NeuralNetwork()
    started = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        sys.stdout, kept = nowhere, sys.stdout
        train(model, loader)
        sys.stdout = kept
    print(time.perf_counter() - started)
"""


def rows() -> Iterator[Row]:
    """One row."""
    lab = first_lab()
    folder = str(solutions_folder(lab.name))
    before, found, after = _bare(folder, 4), asyncio.run(_ours(5)), _bare(folder, 4)
    bare, ours = statistics.median(before + after), statistics.median(found)
    ratio = ours / bare
    yield Row(
        "training, 100 epochs, live curve on",
        f"{ours:.2f} s",
        f"the bare loop, one thread: {bare:.2f} s, {ratio:.2f}x",
        "at most 1.05x",
        ratio <= 1.05,
    )


def _bare(folder: str, times: int) -> list[float]:
    code = BARE.format(folder=folder, times=times)
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return [float(line) for line in printed.split()]


async def _ours(times: int) -> list[float]:
    """Seconds from the first to the last step of the learner's training, as its progress tells."""
    from tutor.checking.client import Checker

    lab = first_lab()
    question = next(q for q in lab.questions if q.slug.startswith(SLUG))
    checker = Checker(lab)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for path in solutions_folder(lab.name).glob("*.py"):
            Path(folder, path.name).write_bytes(path.read_bytes())
        try:
            for _ in range(times):
                told = []
                path = Path(folder, f"{question.slug}.py")
                async for message in checker.check(question, path, Path(folder)):
                    if isinstance(message, Progress):
                        told.append((time.perf_counter(), message))
                found.append(_whole(told))
        finally:
            await checker.close()
    return found


def _whole(told: list[tuple[float, Progress]]) -> float:
    """Seconds of the longest training, from what was told during it; shorter ones come before and after."""
    total = max(message.total for _, message in told)
    steps = [(moment, message.step) for moment, message in told if message.total == total]
    (started, first), (ended, last) = steps[0], max(steps, key=lambda each: each[1])
    return (ended - started) * total / (last - first)
