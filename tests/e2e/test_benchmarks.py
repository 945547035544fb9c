"""The benchmarks still measure what they say: their clocks sit on methods that exist and are called."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import profile
from tests.benchmarks.verdict import CASES


def test_the_profile_of_a_save_has_all_its_parts(tmp_path: Path) -> None:
    """The real program is timed from a save to its verdict, and no part is missing."""
    found = profile.profiles(CASES[0], tmp_path, saves=3)
    assert all(len(parts) == len(profile.PARTS) for parts in found)
    # On a busy machine the next runner may be made while the clocks of a save already tick.
    assert any(all(seconds > 0 for seconds in parts) for parts in found)
