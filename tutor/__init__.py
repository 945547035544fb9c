"""A terminal tutor for machine-learning labs."""

__version__ = "0.1.0"
