"""How quick the tutor is, as ratios measured in one run. `python -m tests.benchmarks`; see `__main__`."""
