"""Running and judging a learner's file: the screen's client, the trusted checker, the untrusted runner."""
