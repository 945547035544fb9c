"""Which folders exercise code may read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tutor.checking import places


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder of libraries among which the tutor is installed."""
    folder = tmp_path / "venv" / "site-packages"
    for name in ("numpy", "tutor", "torch/lib"):
        (folder / name).mkdir(parents=True)
    return folder.resolve()


def test_grants_whole_folders_where_it_can(library: Path) -> None:
    """A folder with nothing hidden in it is granted as one."""
    assert list(places.without(library, [])) == [library]


def test_replaces_a_folder_by_its_other_entries(library: Path) -> None:
    """What is hidden is left out at the depth where it lies, and nothing else is."""
    root = library.parents[1]
    assert list(places.without(root, [library / "tutor"])) == [library / "numpy", library / "torch"]
    assert list(places.without(root, [root])) == [root]


def test_sees_through_links(library: Path) -> None:
    """A link to what is hidden does not grant it."""
    (library / "alias").symlink_to(library / "tutor")
    (library / "inner").symlink_to(library / "tutor" / "labs")
    granted = set(places.without(library, [library / "tutor"]))
    assert granted == {library / "numpy", library / "torch"}


def test_libraries_stay_listable(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library folder that is granted in part can still be listed: imports need that."""
    monkeypatch.setattr(places, "python_places", lambda: iter([library.parent, library]))
    monkeypatch.setattr(places, "SYSTEM", ())
    granted, listed = places.readable([], [library / "tutor"])
    assert granted == [library / "numpy", library / "torch"]
    assert listed == [library]
    assert places.readable([], []) == ([library.parent], [])


def test_venv_inside_a_hidden_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment inside a repository may be read, the repository around it may not."""
    repository = tmp_path.resolve() / "repository"
    (repository / ".venv").mkdir(parents=True)
    (repository / "solutions").mkdir()
    monkeypatch.setattr(places, "python_places", lambda: iter([repository / ".venv"]))
    monkeypatch.setattr(places, "SYSTEM", ())
    assert places.readable([], [repository]) == ([repository / ".venv"], [])


def test_hides_the_tutor_and_what_it_lies_in() -> None:
    """Run from a repository, all of it is hidden; installed, the package alone."""
    root = Path(places.__file__).resolve().parents[2]
    expected = root / "tutor" if root.name in places.LIBRARIES else root
    assert places.own_places() == (expected,)


def test_python_itself_may_be_read() -> None:
    """The standard library and this environment's packages are among the places."""
    found = [str(place) for place in places.python_places()]
    assert any(Path(pytest.__file__).is_relative_to(place) for place in found)
    assert any(sys.modules["json"].__file__.startswith(place) for place in found)  # type: ignore[union-attr]
