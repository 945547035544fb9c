"""The tutor's messages as lines of JSON, between the screen's process and the checker's."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from tutor.errors import CheckerError
from tutor.model import (
    Actual,
    Curves,
    Figure,
    Fresh,
    Heat,
    Option,
    Output,
    Picture,
    Progress,
    Remark,
    Report,
    Result,
    Series,
    Status,
    Table,
    Unprotected,
)

Message = Result | Progress | Output | Actual | Figure | Remark | Report | Unprotected
LONGEST_LINE = 1 << 26
"""Bytes of one message."""
KINDS = {
    kind.__name__: kind
    for kind in (
        *(Result, Progress, Output, Actual, Remark, Report, Fresh, Option, Unprotected),
        *(Curves, Series, Picture, Heat, Table),
    )
}


def to_line(message: Any, **extra: Any) -> bytes:
    """One line for one message (a record of the model, or a plain dictionary)."""
    return json.dumps({"message": _plain(message), **extra}, separators=(",", ":")).encode() + b"\n"


def from_line(line: bytes) -> tuple[Any, dict[str, Any]]:
    """The message of one line and the fields beside it; CheckerError if it is none."""
    try:
        fields = json.loads(line)
        return _record(fields.pop("message")), fields
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckerError(f"The checker sent something unreadable ({error}); check again.") from None


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"kind": type(value).__name__, **fields}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _record(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_record(item) for item in value)
    if not isinstance(value, dict):
        return value
    fields = {key: _record(item) for key, item in value.items()}
    kind = KINDS.get(str(fields.get("kind")))
    if kind is None:
        return fields
    del fields["kind"]
    if "status" in fields:
        fields["status"] = Status(fields["status"])
    return kind(**fields)
