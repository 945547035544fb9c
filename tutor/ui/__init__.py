"""The screen: the only part of the tutor that imports textual."""

from __future__ import annotations

import os

# Pictures a second at most: a verdict that is there should not wait for the next sixtieth of a second.
os.environ.setdefault("TEXTUAL_FPS", "120")
