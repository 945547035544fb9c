"""Many files become one notebook: their imports of each other vanish, names used twice are kept apart."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from tutor.records import record

KEEP = '''\
import types

kept = {}


def keep(file, *names):
    """Keep what a file defined as it is now: later cells use some of its names for something else."""
    own = dict(globals())
    for name in names:
        if isinstance(own[name], types.FunctionType):
            old = own[name]
            own[name] = types.FunctionType(old.__code__, own, name, old.__defaults__, old.__closure__)
            own[name].__kwdefaults__, own[name].__doc__ = old.__kwdefaults__, old.__doc__
    globals().update({name: own[name] for name in names})
    kept[file] = own
'''
"""Stands in the first cell when two files use a name for different things."""


@record
class File:
    """A source file that can be read as Python."""

    slug: str
    source: str
    tree: ast.Module

    @property
    def defined(self) -> dict[str, str]:
        """The names that its top level binds, each with what it is bound to."""
        return dict(_bindings(self.tree, self.source))


def read(slug: str, source: str) -> File | None:
    """The file; None if it is not Python (or so nested that it cannot be read)."""
    try:
        return File(slug, source, ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _bindings(tree: ast.Module, source: str) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        text = ast.get_source_segment(source, node) or ""
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, text
            case ast.Import(names=names):
                yield from ((a.asname or a.name.partition(".")[0], f"import {a.name}") for a in names)
            case ast.ImportFrom(module=module, names=names):
                yield from ((a.asname or a.name, f"from {module} import {a.name}") for a in names)
            case ast.Assign() | ast.AnnAssign() | ast.For() | ast.With():
                found = (item for item in ast.walk(node) if isinstance(item, ast.Name))
                yield from ((item.id, text) for item in found if isinstance(item.ctx, ast.Store))


def clashes(files: Iterable[File], shown: Iterable[File], slugs: Collection[str]) -> frozenset[str]:
    """Names that two files bind to different things, or a file and one of the lab's own cells.

    Importing a name from another file of the lab is no clash.
    """
    meanings = _meanings(files, slugs)
    for name, texts in _meanings(shown, slugs).items():
        if name in meanings:
            meanings[name] |= texts
    return frozenset(name for name, texts in meanings.items() if len(texts) > 1)


def _meanings(files: Iterable[File], slugs: Collection[str]) -> dict[str, set[str]]:
    meanings: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for name, text in file.defined.items():
            from_lab = re.match(r"from (\w+) import (\w+)$", text)
            if not (from_lab and from_lab[1] in slugs and from_lab[2] == name):
                meanings[name].add(text)
    return meanings


def needs(file: File, slugs: Collection[str]) -> frozenset[str]:
    """The other files of the lab that it imports."""
    found = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and node.module in slugs and not node.level:
            found.add(str(node.module))
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name in slugs)
    return frozenset(found)


def cell(file: File, slugs: Collection[str], clashing: Collection[str], *, keeps: bool = True) -> str:
    """The file as a cell: without its docstring, its demo, and its imports from the lab."""
    lines = file.source.splitlines()
    for node, text in sorted(_changes(file, slugs, clashing), key=lambda change: -change[0].lineno):
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        indent = re.match(r"\s*", lines[first])
        prefix = indent[0] if indent else ""
        lines[first:last] = [prefix + line for line in text.splitlines()]
    source = re.sub(r"\n{3,}", "\n\n\n", "\n".join(line.rstrip() for line in lines)).strip()
    if clashing and keeps:
        names = [n.name for n in file.tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
        source += f"\n\nkeep({', '.join(map(repr, [file.slug, *names]))})"
    return source


def _changes(file: File, slugs: Collection[str], clashing: Collection[str]) -> Iterator[tuple[ast.stmt, str]]:
    body = file.tree.body
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        yield body[0], ""
    demos = [node for node in body if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)]
    for demo in demos:
        yield demo, ""
    inside = {id(node) for demo in demos for node in ast.walk(demo)}
    for node in ast.walk(file.tree):
        if id(node) in inside:
            continue
        if isinstance(node, ast.ImportFrom) and node.module in slugs and not node.level:
            yield node, _imported(node, clashing, top=node in body)
        elif isinstance(node, ast.Import) and any(alias.name in slugs for alias in node.names):
            yield node, "\n".join(map(_whole_file, node.names))


def _imported(node: ast.ImportFrom, clashing: Collection[str], *, top: bool) -> str:
    """What stands for `from q01_first import sigmoid as s`: nothing, if the name is the same."""
    lines = []
    for alias in node.names:
        name, known = alias.asname or alias.name, alias.name
        if known in clashing or name in clashing:
            lines.append(f'{name} = kept["{node.module}"]["{known}"]')
        elif name != known:
            lines.append(f"{name} = {known}")
    return "\n".join(lines) or ("" if top else "pass")


def _whole_file(alias: ast.alias) -> str:
    name = alias.asname or alias.name
    return f'{name} = __import__("types").SimpleNamespace(**globals())'
