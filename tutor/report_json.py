"""A report as the `--json` contract has it: one object a line."""

from __future__ import annotations

import json

from tutor.cleaning import one_line
from tutor.model import Report


def report_json(report: Report, **first: str) -> str:
    """One line of JSON; `first` holds fields that come before the contract's own (a learner's name)."""
    return json.dumps(
        {
            **first,
            "lab": report.lab,
            "question": report.question,
            "status": report.status,
            "misconception": report.misconception,
            "remarks": list(report.remarks),
            "results": [
                {
                    "name": r.name,
                    "claim": r.claim,
                    "status": r.status,
                    "rationale": r.rationale,
                    "help": r.help,
                }
                for r in report.results
            ],
            "path": one_line(report.path),
            "sha256": report.sha256,
            "seed": report.seed,
            "seconds": round(report.seconds, 4),
        }
    )
