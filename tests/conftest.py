"""For all tests."""

from __future__ import annotations

import os

# Before any library is imported. As in the tutor's own processes: on a busy machine the threads of a numeric
# library wait for each other by spinning, and a training of a second takes minutes.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
