"""The benchmarks still measure what they say: their clocks sit on methods that exist and are called."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import profile
from tests.benchmarks.verdict import CASES


def test_the_profile_of_a_save_has_all_its_parts(tmp_path: Path) -> None:
    """The real program is timed from a save to its verdict, and no part is missing."""
    (parts,) = profile.profiles(CASES[0], tmp_path, saves=1)
    assert len(parts) == len(profile.PARTS)
    assert all(seconds > 0 for seconds in parts)
