"""Spaced review: cards grown from the journal, FSRS for their intervals, a session that asks them."""
