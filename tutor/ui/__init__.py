"""The screen: the only part of the tutor that imports textual."""
