"""The page holds everything, loads nothing, runs nothing, and shows the learner's words as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.cleaning import clean
from tutor.report.gather import LabReport
from tutor.report.html import to_page

from .conftest import CODE, HOSTILE

DAY = date(2026, 11, 24)
VOID = frozenset(("meta", "br", "link", "img", "hr", "path", "rect", "line"))
EXPECTED = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "div",
        "span",
        "pre",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "ol",
        "li",
        "br",
        "em",
        "strong",
        "figure",
        "figcaption",
        "svg",
        "path",
        "rect",
        "line",
        "text",
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "mfrac",
        "msub",
        "msup",
        "msubsup",
    ]
)


class Page(HTMLParser):
    """Collects tags and text; fails on a tag that closes what is not open."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def sound(page: str) -> Page:
    """The parsed page: only expected tags, no handlers, no addresses."""
    found = Page(page)
    assert not found.open
    assert {tag for tag, _ in found.tags} <= EXPECTED
    for _, attributes in found.tags:
        assert not any(name.startswith("on") or name in ("src", "href") for name in attributes)
    assert not re.search(r"https?://|@import|url\(", page)
    return found


def test_everything_is_there(full: LabReport) -> None:
    """Code, predictions, words, model answer, figures; all as text."""
    page = to_page(full, DAY)
    found = sound(page)
    for expected in (
        CODE.strip(),
        clean(HOSTILE),
        "✗ a surprise",
        "halved: overcome",
        "Because of the two.",
        "24 November 2026",
    ):
        assert expected in found.text
    tags = [tag for tag, _ in found.tags]
    assert tags.count("figure") == 5
    assert tags.count("svg") == 3


def test_no_script_could_run_even_if_it_got_in(full: LabReport) -> None:
    """The policy forbids whatever is not style or a picture inside the page."""
    assert "default-src 'none'" in to_page(full, DAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'`$\\/!-[]{}\n")), max_size=60))
def test_whatever_the_learner_writes_is_shown_as_it_is(full: LabReport, text: str) -> None:
    """In the explanation, a prediction, the why, and the code."""
    entry = full.entries[0]
    words = clean(text)
    foretold = tuple(replace(one, answer=words, actual=words, why=words) for one in entry.foretold)
    changed = replace(entry, explanation=words or "x", foretold=foretold, code=f"# {words}\n", note=words)
    page = to_page(replace(full, parts=(("All", (changed,)),)), DAY)
    found = sound(page)
    flat = found.text.replace("\r", "\n")
    for line in words.replace("\r", "\n").splitlines():
        assert line.strip() in flat


def test_the_formulas_are_mathml(full: LabReport) -> None:
    """Drawn by the browser itself."""
    question = full.entries[0].question
    explanation = replace(question.explanation, model_answer="It is $\\frac{a}{b}$.")
    plain = replace(full.entries[0])
    object.__setattr__(plain.question, "explanation", explanation)
    assert "<mfrac>" in to_page(full, DAY)
