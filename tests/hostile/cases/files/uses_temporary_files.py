# passed
import tempfile

import numpy as np


def sigmoid(z):
    with tempfile.TemporaryDirectory() as folder, open(f"{folder}/x.npy", "wb+") as file:
        np.save(file, np.exp(-np.logaddexp(0, -np.asarray(z, float))))
        file.seek(0)
        return np.load(file)
