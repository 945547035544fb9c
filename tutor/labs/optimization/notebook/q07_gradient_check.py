"""The check at a random point."""

import numpy as np
from q07_gradient_check import gradient_check

generator = np.random.default_rng(0)
samples = generator.normal(size=(50, 10))
labels = generator.integers(0, 2, size=50)
print(f"Gradient check error: {gradient_check(samples, labels, generator.normal(size=10)):.2e}")
