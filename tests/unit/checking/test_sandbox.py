"""What a confined child may do, where its limits are, and what the layers say of themselves."""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.confined import MEMORY, c, confined, everyone
from tutor.checking import audit, kernel, sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks and confines on Linux")

REPOSITORY = Path(__file__).parents[3]


@everyone
def test_allows_what_an_exercise_needs(user: int | None) -> None:
    """Threads, files and folders in its own folder, signals to itself, links, moves, /dev/null."""

    def work() -> str:
        seen: list[str] = []
        thread = threading.Thread(target=seen.append, args=("thread",))
        thread.start()
        thread.join()
        Path("a").mkdir()
        Path("a/b.txt").write_text("text")
        Path("a/b.txt").rename("c.txt")
        Path("d.txt").symlink_to("c.txt")
        with tempfile.TemporaryDirectory(dir=".") as folder:
            Path(folder, "x").touch()
        os.kill(os.getpid(), 0)
        Path(os.devnull).write_text("gone")
        os.urandom(4)
        return Path("d.txt").read_text() + seen[0]

    assert confined(work, user=user).value == "textthread"


def test_lazy_imports_work() -> None:
    """Libraries that are first imported by exercise code are found and work."""
    script = """
import os, sys, tempfile
from pathlib import Path
from tutor.checking import sandbox
prepared = sandbox.prepare()
folder = Path(tempfile.mkdtemp())
if not os.fork():
    os.chdir(folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    sandbox.confine(prepared, folder, 768 << 20, 60)
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit
    from sklearn.datasets import load_digits
    from sklearn.linear_model import LogisticRegression
    import torch
    X, y = load_digits(return_X_y=True)
    LogisticRegression(max_iter=5).fit(X[:200], y[:200])
    minimize(lambda w: float((w ** 2).sum()), np.ones(3))
    model = torch.nn.Linear(64, 10)
    loss = model(torch.ones(2, 64)).sum()
    loss.backward()
    torch.optim.SGD(model.parameters(), lr=0.1).step()
    torch.save(model.state_dict(), "weights.pt")
    print("fine", flush=True)
    os._exit(0)
os.wait()
import shutil
shutil.rmtree(folder)
"""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], env=environment, capture_output=True, text=True
    )
    assert done.stdout == "fine\n", done.stderr


def test_memory_ends_as_memory_error() -> None:
    """Too much memory is an ordinary exception, whether it is private, mapped, or shared."""
    private = confined(lambda: len(bytearray(2 * MEMORY)))
    shared = confined(lambda: len(mmap.mmap(-1, 4 * MEMORY)))
    fitting = confined(lambda: len(bytearray(MEMORY // 2)))
    assert private.error.startswith("MemoryError")
    assert "Cannot allocate memory" in shared.error
    assert fitting.value == MEMORY // 2


def test_processor_time_ends() -> None:
    """A loop that nobody watches ends by its processor time."""

    def work() -> None:
        while True:
            pass

    assert confined(work, cpu=1).signal == signal.SIGXCPU


def test_large_files_are_cut_off() -> None:
    """One file cannot fill the disk."""

    def work() -> None:
        with Path("large").open("wb") as file:
            for _ in range(100):
                file.write(bytes(1 << 20))

    assert "File too large" in confined(work).error


def test_limits_cannot_be_raised() -> None:
    """Not even by root, nor through C."""

    def work() -> int:
        return c("setrlimit", resource.RLIMIT_DATA, (ctypes.c_ulong * 2)(2**40, 2**40))

    assert confined(work).refused


def test_says_where_it_refused() -> None:
    """A refusal names the exercise's own line, also when a library asked in its name."""
    source = "import subprocess\n\ndef run():\n    return subprocess.run(['ls'])\n"
    scope: dict[str, Any] = {}
    exec(compile(source, "q03_sigmoid.py", "exec"), scope)
    assert confined(scope["run"]).error == (
        "RefusedError: exercise code may not start programs: q03_sigmoid.py, line 4"
    )


def test_explains_what_the_kernel_refused() -> None:
    """Without a hook, the libraries an error came through still tell what was refused."""

    def work() -> str:
        try:
            import multiprocessing

            multiprocessing.Queue()
        except OSError as error:
            return audit.explain(error)
        return "allowed"

    assert "use num_workers=0 or n_jobs=1" in confined(work).value


def test_every_layer_reports() -> None:
    """Each layer says that it is on, or off when it was switched off."""
    ended = confined(lambda: 1, skip=["landlock", "limits"])
    assert set(ended.layers) == set(sandbox.NAMES)
    assert ended.layers["landlock"] == ended.layers["limits"] == "off"
    assert ended.layers["audit hook"] == ended.layers["session"] == "on"


def test_probe_tries_for_real() -> None:
    """`tutor doctor` is told what each layer achieves, and this process stays as it was."""
    layers = sandbox.probe()
    assert [layer.name for layer in layers] == list(sandbox.NAMES)
    assert all(layer.detail for layer in layers)
    assert Path("/etc/passwd").read_bytes()


def test_missing_layers_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system with none of them, all say `missing` and the code runs."""
    monkeypatch.setattr(kernel, "LINUX", False)
    monkeypatch.setattr(kernel, "MACHINE", "")
    ended = confined(lambda: 7)
    assert ended.value == 7
    gone = {name for name, state in ended.layers.items() if state == "missing"}
    assert gone == {"sub-reaper", "parent death", "capabilities", "landlock", "seccomp"}
