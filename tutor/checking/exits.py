"""How a process tells its end: the exit statuses of a runner, the last word of a zygote."""

from __future__ import annotations

UNFIT = 113
"""It could not be set up, or nothing is known of it: our own fault."""
BROKEN = 70
"""An exercise has broken its inside."""
TIDIED = b"tidied"
"""What a zygote says last, when its runners have ended and their folders are gone."""
