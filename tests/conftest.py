"""For all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Before any library is imported. As in the tutor's own processes: on a busy machine the threads of a numeric
# library wait for each other by spinning, and a training of a second takes minutes.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")


# What is green today is green tomorrow: the same examples each time. HYPOTHESIS_PROFILE=search draws others.
settings.register_profile("repeat", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))
