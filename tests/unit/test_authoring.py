"""A question is started, released and held against its promises by commands; no other file is edited."""

from __future__ import annotations

import pytest

from tutor import content_gate, places
from tutor.authoring import new_question, release_exercises
from tutor.content import load_lab, verify
from tutor.content_gate import broken_promises, broken_text, signatures
from tutor.errors import ContentError, TutorError
from tutor.model import Lab, Question
from tutor.places import solutions_folder


@pytest.fixture(autouse=True)
def nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The promises about running code are shown in tests/content."""
    monkeypatch.setattr(content_gate, "_broken_code", lambda question: iter(()))


@pytest.fixture
def released(little: Lab) -> Lab:
    """The little lab with everything in its place."""
    for question in little.questions:
        question.source.with_suffix(".py").write_text('"""Promises."""\n')
    path = little.questions[0].source
    text = path.read_text().replace(
        "2. Use a product", "2. Count. Another way: on fingers.\n3. Use a product"
    )
    path.write_text(text)
    path = little.questions[1].source
    more = "".join(f"{k}. More. Another way: again.\n" for k in (2, 3))
    text = path.read_text().replace("\n## Explain", f"{more}\n## Explain") + "- it shows it\n"
    path.write_text(text)
    lab = load_lab(little.folder)
    release_exercises(lab)
    return lab


def test_a_new_question_is_whole(released: Lab) -> None:
    """Its three files and its line fit together and pass the gate once released."""
    written = new_question(released.folder, "q03_triple")
    assert [path.name for path in written] == ["q03_triple.md", "q03_triple.py", "q03_triple.py", "lab.toml"]
    lab = load_lab(released.folder)
    verify(lab)
    assert [question.slug for question in lab.questions] == ["q01_double", "q02_look", "q03_triple"]
    assert [path.name for path in release_exercises(lab)] == ["q03_triple.py"]
    assert list(broken_promises(lab)) == []


def test_nothing_is_overwritten(little: Lab) -> None:
    """A name that is taken, or is none, is refused."""
    with pytest.raises(TutorError, match="is there already"):
        new_question(little.folder, "q01_double")
    with pytest.raises(TutorError, match="no question name"):
        new_question(little.folder, "Q 3")
    (little.folder / "lab.toml").write_text('title = "x"\n')
    with pytest.raises(ContentError, match="no list of questions"):
        new_question(little.folder, "q03_triple")
    assert not (little.folder / "q03_triple.md").exists()


def test_only_stubs_that_differ_are_released(released: Lab) -> None:
    """A second release changes nothing; other files of the folder are left alone."""
    assert release_exercises(released) == []
    stub = places.PACKAGE.parent / "exercises" / "little" / "q01_double.py"
    stub.write_text("tried")
    other = stub.with_name("notes.txt")
    other.write_text("mine")
    assert release_exercises(released) == [stub]
    assert other.read_text() == "mine" and "NotImplementedError" in stub.read_text()


def test_labs_are_not_written_in_an_installed_package(little: Lab) -> None:
    """There the exercises of learners lie elsewhere."""
    solutions = solutions_folder("little")
    solutions.rename(bundled := places.PACKAGE / "solutions")
    (places.PACKAGE / "_bundled" / "solutions").mkdir(parents=True)
    bundled.rename(places.PACKAGE / "_bundled" / "solutions" / "little")
    with pytest.raises(TutorError, match="checkout"):
        release_exercises(little)


def write(question: Question, old: str, new: str) -> None:
    """Change the text of a question."""
    assert old in question.source.read_text()
    question.source.write_text(question.source.read_text().replace(old, new))


def solution(lab: Lab, old: str, new: str) -> None:
    """Change the solution of the first question."""
    path = solutions_folder(lab.name) / "q01_double.py"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_the_gate_names_file_and_cure(released: Lab) -> None:
    """Every broken promise of the texts is found."""
    first, second = released.questions
    write(first, "Write $2x$.", "$$\\sum_{i=1}^n " + "x_i + " * 20 + "x$$ and $$\\nonsense{x}$$")
    write(second, "- it shows it\n", "")
    second.source.with_suffix(".py").unlink()
    solution(released, '    """Twice x."""\n    ### BEGIN', "    ### BEGIN")
    (released.folder / "q09_stray.md").write_text("")
    lab = load_lab(released.folder)
    found = list(broken_promises(lab))
    promises = (
        "q09_stray.md:1: no question",
        "columns wide; break it",
        "cannot be drawn",
        "1 points to tick",
        "q02_look.py:1: there are no checks",
        "is not the stub of the solution",
    )
    for words in promises:
        assert sum(words in sentence for sentence in found) == 1, words
    assert all(sentence.startswith(str(places.PACKAGE.parent)) for sentence in found)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("### BEGIN SOLUTION return twice the number", "marker has no partner"),
        ("### ", "no answer is marked"),
    ],
)
def test_answers_must_be_marked(released: Lab, mark: str, words: str) -> None:
    """A question with code to write hands out a stub."""
    solution(released, mark, "# ")
    assert any(words in sentence for sentence in broken_text(released, released.questions[0]))


def test_unreleased_and_broken_texts_are_told(released: Lab) -> None:
    """The rest of the gate goes on."""
    first = released.questions[0]
    (places.PACKAGE.parent / "exercises" / "little" / "q01_double.py").unlink()
    write(first, "## Explain", "## Explained")
    found = list(broken_text(released, load_lab(released.folder).questions[0]))
    assert any("tutor dev release --lab little" in sentence for sentence in found)
    assert any("`## Explained` is not a section" in sentence for sentence in found)


def test_unknown_questions_are_refused(released: Lab) -> None:
    """A slip does not pass as a green gate."""
    with pytest.raises(TutorError, match="has no question q7"):
        list(broken_promises(released, ["q7"]))


def test_signatures_hold_names_arguments_and_docstrings() -> None:
    """Of functions, classes and methods."""
    source = 'class A(B):\n    "a"\n    def f(self, x=1): "f"\ndef g(*y): pass\n'
    assert signatures(source) == {"A": ("B", "a"), "A.f": ("self, x=1", "f"), "g": ("*y", None)}
