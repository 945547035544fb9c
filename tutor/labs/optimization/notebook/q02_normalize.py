"""What normalizing does to the data."""

import numpy as np
from q01_split import split_digits
from q02_normalize import normalize
from sklearn.datasets import load_digits

digits = load_digits()
X_train, X_test, y_train, y_test = split_digits(digits.data, digits.target)
X_train_norm, X_test_norm = normalize(X_train, X_test)
print(f"training mean {np.mean(X_train_norm):.3f}, test mean {np.mean(X_test_norm):.3f}")
