"""Exit statuses by which a runner says what became of it."""

from __future__ import annotations

UNFIT = 113
"""It could not be set up, or nothing is known of it: our own fault."""
BROKEN = 70
"""An exercise has broken its inside."""
