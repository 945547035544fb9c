"""The sentences that all forms of the report share."""

from __future__ import annotations

from tutor.report.gather import Entry, Foretold, LabReport, Overcome


def lab_facts(report: LabReport) -> str:
    """How far the lab is done, and how the predictions went."""
    entries = report.entries
    passed = sum(entry.passed for entry in entries)
    known = [one for entry in entries for one in entry.foretold if one.right is not None]
    said = f"{passed} of {len(entries)} questions done."
    if known:
        right, surprises = sum(bool(one.right) for one in known), sum(one.surprise for one in known)
        said += f" {right} of {len(known)} predictions were right"
        said += (
            f", {surprises} {'was a surprise' if surprises == 1 else 'were surprises'}." if surprises else "."
        )
    return said


def entry_facts(entry: Entry) -> str:
    """How a question went, in a line."""
    if not entry.begun:
        return "Not begun."
    facts = ["passed" if entry.passed else "not passed yet"]
    for number, noun in ((entry.attempts, "check"), (entry.hints, "hint")):
        if number:
            facts.append(f"{number} {noun}{'' if number == 1 else 's'}")
    if entry.gave_up:
        facts.append("the solution was looked at before")
    said = ", ".join(facts)
    return f"{said[:1].upper()}{said[1:]}."


def verdict(one: Foretold) -> str:
    """Whether it came out as foreseen, in a word that needs no colour."""
    if one.right is None:
        return ""
    if one.right:
        return "✓ as foreseen"
    return "✗ a surprise" if one.surprise else "✗ otherwise"


def met_words(one: Overcome) -> str:
    """A misconception, how often it was met, and whether it is overcome."""
    times = f" ({one.times} checks)" if one.times > 1 else ""
    return f"{one.slug.replace('-', ' ')}{times}: {'overcome' if one.passed else 'still open'}"
