"""The report as Markdown: nothing the learner wrote becomes markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tutor.cleaning import clean
from tutor.report.gather import LabReport
from tutor.report.markdown import fenced, literal, to_markdown

DAY = date(2026, 11, 24)


def test_everything_is_there(full: LabReport) -> None:
    """Headings, predictions, code, words, points, the numbers of tables and curves."""
    made = to_markdown(full, DAY)
    for expected in (
        "# A little lab",
        "### 1. Twice as much",
        "- What is the double of 3?\n  - my prediction (`sure`): `7`\n  - actual: `6` ✗ a surprise",
        "```python\n",
        "- halved: overcome",
        "- [x] it says two\n- [ ] it says why",
        "| a\\|b | <1> |",
        "- `two & three`: from 2 to 0.5 in 3 points",
    ):
        assert expected in made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(alphabet=st.sampled_from("`~*_#<>&|[]()!$\n ab-"), min_size=1, max_size=40))
def test_the_learners_words_stay_words(full: LabReport, text: str) -> None:
    """An explanation of backticks and hashes is one block of text, and adds no heading."""
    entry = full.entries[0]
    changed = replace(entry, explanation=clean(text), code=f"# {text}")
    foretold = tuple(replace(one, why=text, confidence="sure") for one in entry.foretold)
    changed = replace(changed, foretold=foretold, figures=())
    before = MarkdownIt().parse(
        to_markdown(replace(full, parts=(("All", (replace(entry, figures=()),)),)), DAY)
    )
    after = MarkdownIt().parse(to_markdown(replace(full, parts=(("All", (changed,)),)), DAY))
    kinds = [token.type for token in before if token.type in ("heading_open", "fence", "html_block")]
    assert [t.type for t in after if t.type in ("heading_open", "fence", "html_block")] == kinds


def test_fences_and_code_spans_are_longer_than_what_they_hold() -> None:
    """Backticks inside do not end them."""
    assert fenced("a\n```\nb", "text").startswith("````text\n")
    assert literal("a `b` ``c``") == "``` a `b` ``c`` ```"
    assert literal("") == ""
