"""What each engine imports before the first check, so that no check waits for it."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ORDER = ("numpy", "scipy", "sklearn", "torch")
IMPORTS = {
    "numpy": ("numpy", "numpy.random", "inspect"),
    "scipy": ("scipy.special", "scipy.optimize"),
    "sklearn": ("sklearn.datasets", "sklearn.model_selection"),
    "torch": ("torch", "torch.nn", "torch.optim", "torch.utils.data"),
}
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "",
}
"""A pool of threads does not survive a fork, and one thread is quicker on networks this small."""


def modules(engine: str) -> list[str]:
    """The modules that `engine` imports, those of the lighter engines first."""
    names = ORDER[: ORDER.index(engine) + 1]
    return [module for name in names for module in IMPORTS[name]]


def warm(engine: str) -> None:
    """Import them, then touch what imports more on its first use; leaves the garbage collection off."""
    gc.disable()  # nothing that is being loaded is garbage, and whoever serves turns it on again
    os.environ.update(ONE_THREAD)
    with _no_cache_of_torch():
        for name in modules(engine):
            importlib.import_module(name)
        _touch(engine)


def _touch(engine: str) -> None:
    if engine == "torch":
        torch = sys.modules["torch"]
        torch.set_num_threads(1)
        # The first optimiser imports some 800 modules.
        torch.optim.SGD(torch.nn.Linear(2, 2).parameters(), lr=0.1)


@contextmanager
def _no_cache_of_torch() -> Iterator[None]:
    """Importing torch makes a temporary folder for compiled code: show it a folder that is there."""
    name = "TORCHINDUCTOR_CACHE_DIR"
    before = os.environ.get(name)
    os.environ[name] = before or sys.prefix
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
