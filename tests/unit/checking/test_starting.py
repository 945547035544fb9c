"""The environment that a station, and so every exercise, is started with."""

from __future__ import annotations

import os
import site
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.checking.starting import environment


def test_only_what_is_harmless_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language, the time zone and what libraries are found by; no key, no home, no login."""
    taken = {"LC_TIME": "C", "TZ": "UTC", "LANG": "C", "TERM": "dumb", "LD_LIBRARY_PATH": "/opt/blas"}
    left = ("HOME", "USER", "API_KEY", "SSH_AUTH_SOCK", "AWS_SECRET_ACCESS_KEY", "PATH_TO_KEY", "LANGS")
    for name, value in (taken | dict.fromkeys(left, "secret")).items():
        monkeypatch.setenv(name, value)
    found = environment()
    assert taken.items() <= found.items()
    assert found["PATH"] == os.environ["PATH"]
    assert not found.keys() & set(left)


def test_libraries_of_the_user_are_found_without_a_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where HOME is not the home that the system knows, its `pip install --user` is found all the same."""
    monkeypatch.setattr(site, "ENABLE_USER_SITE", True)
    monkeypatch.setattr(site, "getuserbase", lambda: str(tmp_path))
    # Of the interpreter that the environment was made of: it has a folder for the user's own libraries.
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-c", "import site; print(site.getuserbase())"]
    run = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(tmp_path)
