"""A lab is a folder: its list, its opening page and its questions are found and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.content import lab_names, load_lab, verify
from tutor.errors import ContentError
from tutor.model import Lab


def test_a_lab_has_its_questions_in_order(little: Lab) -> None:
    """Numbers run through the parts from 1."""
    assert (little.name, little.title, little.opening) == ("little", "A little lab", "Welcome.\n")
    assert [(q.number, q.slug) for q in little.questions] == [(1, "q01_double"), (2, "q02_look")]
    assert lab_names() == ["little"]
    verify(little)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title = ", 1, "not TOML"),
        ("[[parts]]", 1, "no title"),
        ('title = "x"', 1, "no parts"),
        ('title = "x"\n[[parts]]\ntitle = "y"', 2, "a part needs"),
        ('title = "x"\n[[parts]]\ntitle = "y"\nquestions = [1]', 2, "a part needs"),
        ('title = "x"\n[[parts]]\ntitle = "y"\nquestions = ["Q 1"]', 4, "no question name"),
        ('title = "x"\n[[parts]]\ntitle = "y"\nquestions = ["q02_look",\n"q02_look"]', 5, "twice"),
    ],
)
def test_a_broken_list_is_said_with_its_line(little: Lab, text: str, line: int, words: str) -> None:
    """`lab.toml` stops with file, line and remedy."""
    (little.folder / "lab.toml").write_text(text)
    with pytest.raises(ContentError, match=words) as caught:
        load_lab(little.folder)
    assert str(caught.value).startswith(f"{little.folder / 'lab.toml'}:{line}: ")


def test_a_missing_opening_page_is_said(little: Lab) -> None:
    """Every lab opens with a page."""
    (little.folder / "opening.md").unlink()
    with pytest.raises(ContentError, match=r"opening\.md:1: cannot be read"):
        load_lab(little.folder)


def test_verify_reads_every_question(little: Lab) -> None:
    """What is put off at the start is found by asking for it."""
    path: Path = little.folder / "q02_look.md"
    path.write_text(path.read_text().replace("## Explain", "## Explained"))
    lab = load_lab(little.folder)
    with pytest.raises(ContentError, match="Explained"):
        verify(lab)
