# failed: memory; line 8
import numpy as np


def sigmoid(z):
    kept = []
    while True:
        kept.append(np.empty(10**7))
