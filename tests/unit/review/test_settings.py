"""The table `[review]` of the settings."""

from __future__ import annotations

from pathlib import Path

from fsrs.scheduler import DEFAULT_PARAMETERS

from tutor.review.settings import ReviewSettings, load_review


def test_every_field_can_be_set(tmp_path: Path) -> None:
    """The later file wins, field by field."""
    first, second = tmp_path / "user.toml", tmp_path / "workspace.toml"
    first.write_text("[review]\nlimit = 5\nretention = 0.85\n")
    second.write_text(f"[review]\nlimit = 8\nsteps = [5, 20]\nparameters = {list(DEFAULT_PARAMETERS)}\n")
    found = load_review([first, second, tmp_path / "missing.toml"])
    assert found == ReviewSettings(8, 0.85, (5, 20), 365, DEFAULT_PARAMETERS)


def test_what_is_wrong_is_said_and_the_rest_counts(tmp_path: Path) -> None:
    """Unknown names, other types, numbers out of bounds: each is one sentence."""
    path = tmp_path / "settings.toml"
    path.write_text(
        "[review]\nlimit = 0\nretention = 2.0\nparameters = [1.0]\ncolour = 'red'\nlongest = 90\n"
    )
    found = load_review([path])
    assert found.longest == 90
    assert found.limit == ReviewSettings().limit
    assert len(found.problems) == 4
    assert all(str(path) in problem for problem in found.problems)
