"""When root runs the tests: the cases whose outcome may depend on the user, as somebody who owns nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
ORDINARY = 12345
"""A user id that owns nothing."""


def _interpreters() -> Iterator[tuple[str, dict[str, str]]]:
    """The interpreter of the tests; or the system's one of the same version with its packages.

    The first may lie where only root can read.
    """
    path = os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
    yield sys.executable, {"PYTHONPATH": path}
    packages = sysconfig.get_paths()["purelib"]
    yield f"/usr/bin/python3.{sys.version_info.minor}", {"PYTHONPATH": f"{path}{os.pathsep}{packages}"}


def _works(interpreter: str, environment: dict[str, str]) -> bool:
    command = [interpreter, "-c", "import numpy, pytest, tutor"]
    options = {"env": environment, "user": ORDINARY, "group": ORDINARY, "extra_groups": []}
    try:
        return subprocess.run(command, **options, capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder of that user's: pytest closes its own to others again whenever another run of it begins."""
    with tempfile.TemporaryDirectory(prefix="ordinary-") as folder:
        os.chown(folder, ORDINARY, ORDINARY)
        yield Path(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="an ordinary user runs it all")
def test_hostile_files_as_an_ordinary_user(home: Path) -> None:
    """Verdicts, words and what is left behind are the same for somebody who is not root."""
    base = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TUTOR_TEST_BOUNDARY": "1"}
    found = [
        (python, {**base, **more}) for python, more in _interpreters() if _works(python, {**base, **more})
    ]
    if not found:
        pytest.skip("no Python here that an ordinary user can run")
    python, environment = found[0]
    command = [python, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "--basetemp"]
    command += [str(home / "of-the-user"), "tests/hostile/test_files.py", "tests/hostile/test_grading.py"]
    done = subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**environment, "HOME": str(home)},
        user=ORDINARY,
        group=ORDINARY,
        extra_groups=[],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-20_000:]
