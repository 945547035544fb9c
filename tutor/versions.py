"""The states of an exercise file that were kept, and how to name one."""

from __future__ import annotations

from tutor.errors import WorkspaceError
from tutor.journal import Journal
from tutor.model import Status
from tutor.records import record

_STATUSES: dict[object, Status] = {status.value: status for status in Status}


@record
class Version:
    """One kept state of an exercise file."""

    sha256: str
    at: float
    """When it was last checked or kept, in seconds since the epoch."""
    status: Status | None
    """Of its last check; None when it was only kept by a reset or a restore."""


def history(journal: Journal, lab: str, slug: str) -> list[Version]:
    """The versions of a question's file, newest first, each once."""
    versions: dict[str, Version] = {}
    for event in journal.events:
        data = event.data
        if data.get("lab") != lab or data.get("question") != slug:
            continue
        checked = event.kind == "checked"
        sha = data.get("sha256" if checked else "kept")
        if not isinstance(sha, str):
            continue
        before = versions.pop(sha, None)
        known = before.status if before else None
        versions[sha] = Version(sha, event.at, _STATUSES.get(data.get("status")) if checked else known)
    return [version for version in reversed(versions.values()) if journal.has(version.sha256)]


def find_version(versions: list[Version], slug: str, start: str) -> Version:
    """The one version whose name begins with `start`."""
    found = [version for version in versions if start and version.sha256.startswith(start.lower())]
    if len(found) != 1:
        what = "more than one version" if found else "no version"
        raise WorkspaceError(f"{slug}: {what} begins with “{start}”; `tutor history {slug}` lists them.")
    return found[0]
