"""The report as one page: no scripts, nothing loaded, everything the learner wrote escaped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from tutor.report.gather import Entry, Foretold, LabReport
from tutor.report.prose import to_html, to_inline_html
from tutor.report.svg import figure_html
from tutor.report.words import entry_facts, lab_facts, met_words, verdict

STYLE = "friendly"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Even if something unescaped slipped through, a browser would not run it."""


def to_page(report: LabReport, day: date) -> str:
    """The whole document."""
    formatter = HtmlFormatter(style=STYLE, nowrap=True)
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    colours = formatter.get_style_defs("pre")
    body = "".join(_body(report, day, formatter))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title><style>{css}\n{colours}</style></head>\n<body>{body}</body></html>\n"
    )


def _body(report: LabReport, day: date, formatter: HtmlFormatter[str]) -> Iterator[str]:
    yield f"<h1>{escape(report.title)}</h1>"
    yield f'<p class="facts">{day.day} {day:%B %Y}. {escape(lab_facts(report))}</p>'
    for title, entries in report.parts:
        yield f"<h2>{escape(title)}</h2>"
        for entry in entries:
            yield from _entry(entry, formatter)


def _entry(entry: Entry, formatter: HtmlFormatter[str]) -> Iterator[str]:
    question = entry.question
    yield f'<h3 id="{escape(question.slug, quote=True)}">{question.number}. {escape(question.title)}</h3>'
    yield f'<p class="section">{escape(question.section)}. {escape(entry_facts(entry))}</p>'
    if not entry.begun:
        return
    yield from _foretold(entry.foretold)
    if entry.note:
        yield f'<p class="note">{escape(entry.note)}</p>'
    if entry.code:
        code = highlight(entry.code, PythonLexer(stripnl=False), formatter)
        yield f"<pre><code>{code.rstrip()}</code></pre>"
    if entry.met:
        items = "".join(f"<li>{escape(met_words(one))}</li>" for one in entry.met)
        yield f"<h4>Misconceptions met</h4><ul>{items}</ul>"
    yield from map(figure_html, entry.figures)
    yield from _explanation(entry)


def _foretold(foretold: tuple[Foretold, ...]) -> Iterator[str]:
    if not foretold:
        return
    yield "<h4>Foreseen, and what came out</h4>"
    yield "<table><tr><th>Question</th><th>My prediction</th><th>Actual</th></tr>"
    for one in foretold:
        why = f"<br>Afterwards: {escape(one.why)}" if one.why else ""
        yield (
            f"<tr><td>{to_html(one.prediction.ask)}</td>"
            f'<td>{_value(one, one.answer)} <span class="tag">{escape(one.confidence)}</span></td>'
            f"<td>{_value(one, one.actual) or '?'}<br>{escape(verdict(one))}{why}</td></tr>"
        )
    yield "</table>"


def _value(one: Foretold, text: str) -> str:
    """A value; the text of an option is the lab's own Markdown, all else is the learner's."""
    options = {option.text for option in one.prediction.options}
    return to_inline_html(text) if text in options else escape(text)


def _explanation(entry: Entry) -> Iterator[str]:
    model = entry.model
    if model is None:
        return
    yield f"<h4>Why?</h4>{to_html(model.ask)}"
    yield f'<div class="words">{escape(entry.explanation)}</div>'
    yield f'<h4>The model answer</h4><div class="model">{to_html(model.model_answer)}</div>'
    if entry.ticks:
        pairs = zip(entry.ticks, model.points, strict=False)
        items = "".join(f"<li>{'☑' if tick else '☐'} {to_inline_html(point)}</li>" for tick, point in pairs)
        yield f'<h4>What my explanation says of it</h4><ul class="points">{items}</ul>'
