"""What keeps an exercise in its place on this machine, found out by trying it in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tutor.errors import CheckerError
from tutor.records import record

# The process that faces the learner never loads the checker.
_PROBE = """\
import dataclasses, json
from tutor.checking.sandbox import probe
print(json.dumps([dataclasses.astuple(layer) for layer in probe()]))
"""
PATIENCE = 120.0


@record
class Wall:
    """One layer around an exercise, as it was found."""

    name: str
    state: str
    """on, off or missing."""
    detail: str
    gap: str
    """What an exercise may do for want of it; empty if nothing."""


def walls() -> list[Wall]:
    """Every layer; CheckerError when they cannot be tried."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        run = subprocess.run(
            [sys.executable, "-c", _PROBE],
            capture_output=True,
            timeout=PATIENCE,
            env=environment,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        return [Wall(*layer) for layer in json.loads(run.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as error:
        reason = getattr(error, "stderr", None) or error
        raise CheckerError(f"could not be tried: {str(reason)[-200:]}") from None
