"""`tutor check Q` from the shell, with nothing warm, against importing NumPy."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row, command, first_lab, median, ms, python
from tests.benchmarks.overhead import recorded_calls
from tutor.places import solutions_folder

SLUG = "q06"


def rows() -> Iterator[Row]:
    """One row."""
    lab = first_lab()
    slug = next(q.slug for q in lab.questions if q.slug.startswith(SLUG))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "exercises", lab.name)
        place.mkdir(parents=True)
        for path in solutions_folder(lab.name).glob("*.py"):
            (place / path.name).write_bytes(path.read_bytes())
        check = [sys.executable, "-m", "tutor", "check", slug, "--workspace", folder]
        ours = median(lambda: command(check), 9)
    bare = median(lambda: command(python("import numpy")), 9)
    calls = recorded_calls(slug)
    ratio = ours / (2 * bare + calls)
    yield Row(
        "`tutor check` of a NumPy question, cold",
        ms(ours),
        f'`python -c "import numpy"`: {ms(bare)}, {ours / bare:.1f}x',
        "at most 2x plus the check",
        ratio <= 1.0,
    )
