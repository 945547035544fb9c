"""Who may import whom: the contracts hold, a planted import breaks them, and a running tutor keeps them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tutor
from tutor.content import lab_names, load_lab
from tutor.places import labs_folder

PACKAGE = Path(tutor.__file__).parent
CONFIGURATION = PACKAGE.parent / "pyproject.toml"
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
HEAVY = (
    "numpy",
    "scipy",
    "sklearn",
    "torch",
    "matplotlib",
    "tutor.checking.author",
    "tutor.checking.checker",
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package in `folder` against the contracts."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be broken."""
    shutil.copytree(PACKAGE, tmp_path / "tutor", ignore=shutil.ignore_patterns("__pycache__", "labs"))
    shutil.copy(CONFIGURATION, tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    """Every contract in pyproject.toml is kept."""
    run = lint(PACKAGE.parent)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("session.py", "import numpy", "The process the learner sees"),
        ("ui/app.py", "import tutor.checking.judge", "The process the learner sees"),
        ("model.py", "import tutor.journal", "Front ends stand on the session"),
        ("checking/runner.py", "import tutor.checking.author", "The process that runs the learner's file"),
        ("checking/author.py", "import tutor.checking.remote", "What checks import"),
        ("session.py", "import plotext", "Only the figures"),
        ("commands.py", "import textual", "Only the screen"),
    ],
)
def test_a_planted_import_breaks_its_contract(copy: Path, module: str, line: str, broken: str) -> None:
    """So the contracts are not empty words."""
    path = copy / "tutor" / module
    text = path.read_text(encoding="utf-8")
    marker = "from __future__ import annotations\n"
    assert marker in text
    path.write_text(text.replace(marker, f"{marker}\n{line}\n", 1), encoding="utf-8")
    run = lint(copy)
    assert run.returncode != 0
    assert any(broken in found and "BROKEN" in found for found in run.stdout.splitlines()), run.stdout


def loaded(program: str) -> set[str]:
    """The modules that a program has loaded at its end."""
    code = f"{program}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())


def test_the_screen_loads_no_numerics() -> None:
    """With everything it ever imports."""
    modules = loaded(
        "import pkgutil, importlib, tutor.ui, tutor.figures, tutor.commands\n"
        "for package in (tutor.ui, tutor.figures):\n"
        "    for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(found.name)"
    )
    assert "textual.app" in modules
    assert modules.isdisjoint(HEAVY)


def test_the_command_line_loads_only_what_it_needs(tmp_path: Path) -> None:
    """Neither the screen nor numerics for a list or a check; hardly anything for the help."""
    program = f"from tutor.cli import main\nmain(['init', {str(tmp_path)!r}])\n"
    program += f"main(['list', '--workspace', {str(tmp_path)!r}])"
    modules = loaded(program)
    assert "tutor.session" in modules
    assert modules.isdisjoint({*HEAVY, "textual", "plotext"})
    modules = loaded("from tutor.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass")
    assert modules.isdisjoint({*HEAVY, "tutor.session", "asyncio", "textual"})


def test_only_labs_know_their_names() -> None:
    """A new lab or question needs no edit of the program."""
    names = set(lab_names())
    for name in lab_names():
        names |= {question.slug for question in load_lab(labs_folder() / name).questions}
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] != "labs":
            text = path.read_text(encoding="utf-8")
            assert [name for name in names if name in text] == [], path
