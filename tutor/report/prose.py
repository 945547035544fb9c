"""The lab's own Markdown as HTML. What the learner wrote never comes here."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.dollarmath import dollarmath_plugin

from tutor.report.mathml import mathml


def to_html(markdown: str) -> str:
    """Blocks: paragraphs, lists, code; formulas as MathML; raw HTML shown as text."""
    return str(_parser().render(markdown))


def to_inline_html(markdown: str) -> str:
    """One line without a paragraph around it."""
    return str(_parser().renderInline(" ".join(markdown.split())))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False)
    parser.add_render_rule("math_inline", _inline)
    parser.add_render_rule("math_block", _block)
    return parser


def _inline(
    _self: RendererProtocol, tokens: list[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    return mathml(tokens[at].content)


def _block(
    _self: RendererProtocol, tokens: list[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    return mathml(tokens[at].content.strip(), displayed=True)
