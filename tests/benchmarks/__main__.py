"""`python -m tests.benchmarks [--peers] [NAME…]`: measures, and prints one table.

All times are medians of one run on one machine; only the ratios mean anything elsewhere. `--peers` first
installs the programs compared with, each into an environment of its own below `.benchmarks/`.
"""

from __future__ import annotations

import importlib
import os
import platform
import subprocess
import sys
import time
import venv

from tests.benchmarks.measuring import PEERS, Row

NAMES = (
    "verdict",
    "overhead",
    "training",
    "startup",
    "footprint",
    "drawing",
    "growth",
    "grading",
    "cold",
    "profile",
)
INSTALLED = {
    "otter": ["otter-grader", "numpy", "ipykernel"],
    "toolong": ["toolong"],
    "posting": ["posting", "tree-sitter<0.26"],
    "harlequin": ["harlequin"],
}


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or all."""
    names = [name for name in arguments if name != "--peers"] or list(NAMES)
    if unknown := [name for name in names if name not in NAMES]:
        print(f"no benchmark {unknown[0]!r}; there are: {', '.join(NAMES)}, and --peers installs the peers.")
        return 2
    if "--peers" in arguments:
        install_peers()
    # As for a learner: what ran once need not be compiled again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {cores} cores, {memory:.0f} GiB")
    print("| what | measured | against | bar | met |\n|---|---|---|---|---|")
    for name in names:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        for row in module.rows():
            show(row)
    return 0


def show(row: Row) -> None:
    """Print one line of the table."""
    met = {True: "yes", False: "**no**", None: "-"}[row.met]
    print(f"| {row.what} | {row.measured} | {row.against} | {row.bar} | {met} |", flush=True)


def install_peers() -> None:
    """Install what can be installed; what cannot is skipped by the benchmarks."""
    for name, packages in INSTALLED.items():
        folder = PEERS / name
        if not folder.exists():
            venv.create(folder, with_pip=True)
            pip = [str(folder / "bin" / "pip"), "install", "-q", *packages]
            if subprocess.run(pip, check=False).returncode:
                print(f"{name} could not be installed; it is skipped", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
