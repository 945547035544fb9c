# diagnosis: 50 %
import numpy as np
from sklearn.model_selection import train_test_split


def split_digits(X, y, digits=(0, 1), test_size=0.5, random_state=42):
    mask = np.isin(y, digits)
    return train_test_split(X[mask], y[mask], test_size=test_size, random_state=random_state)
