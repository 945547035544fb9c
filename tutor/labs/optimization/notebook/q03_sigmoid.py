"""The curve of the sigmoid."""

import numpy as np
from matplotlib import pyplot as plt
from q03_sigmoid import sigmoid

scores = np.linspace(-8, 8, 200)
plt.figure(figsize=(10, 4))
plt.plot(scores, sigmoid(scores))
plt.xlabel("z")
plt.ylabel("sigmoid(z)")
plt.grid(True)
plt.show()
