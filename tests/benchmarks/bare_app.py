"""A Textual app with a tree, a Markdown page and a footer and nothing else: what any of them must pay."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Markdown, Tree

PAGE = """
A page about the logistic function, with some `code` in it.

- one thing to know
- another thing to know

```text
1 / (1 + exp(-z))
```

The last paragraph is finished here.
"""


class Bare(App[None]):
    """Twenty leaves beside a page."""

    CSS = "Tree { width: 40; }"
    BINDINGS = (("n", "next", "Next"), ("q", "quit", "Leave"))

    def compose(self) -> ComposeResult:
        with Horizontal():
            tree: Tree[None] = Tree("Questions")
            tree.root.expand()
            for number in range(20):
                tree.root.add_leaf(f"leaf {number}")
            yield tree
            yield Markdown(PAGE)
        yield Footer()


if __name__ == "__main__":
    Bare().run()
