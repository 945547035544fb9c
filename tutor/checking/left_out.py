"""Stand-ins for libraries that a question does without: they can be imported and looked at, not used."""

from __future__ import annotations

import importlib.machinery
import types
from typing import Any, cast


class LeftOutError(ImportError):
    """Exercise code used a library that the question does without."""


class LeftOut:
    """Anything in such a library. An import that nobody uses does no harm; a call is refused."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> LeftOut:
        if name.startswith("__"):
            raise AttributeError(name)
        return LeftOut(f"{self._name}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse."""
        library = self._name.partition(".")[0]
        raise LeftOutError(f"`{self._name}` was used, but this question is answered without {library}")

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return ()


class Loader:
    """Makes a stand-in of every module of the libraries it is made for."""

    def __init__(self, libraries: frozenset[str]) -> None:
        self.libraries = libraries

    def spec(self, name: str) -> importlib.machinery.ModuleSpec | None:
        """The stand-in's description, if `name` belongs to one of the libraries."""
        if name.partition(".")[0] not in self.libraries:
            return None
        loader = cast("Any", self)  # one by its methods
        return importlib.machinery.ModuleSpec(name, loader, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Leave it to the import system."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Whatever is asked of it is a stand-in too."""
        vars(module)["__getattr__"] = LeftOut(module.__name__).__getattr__
