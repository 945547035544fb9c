"""Accuracy on both sets, and the weights as a picture."""

from matplotlib import pyplot as plt
from q01_split import split_digits
from q02_normalize import normalize
from q08_gradient_descent import gradient_descent
from q12_accuracy import compute_accuracy
from sklearn.datasets import load_digits

digits = load_digits()
X_train, X_test, y_train, y_test = split_digits(digits.data, digits.target)
X_train_norm, X_test_norm = normalize(X_train, X_test)
weights, loss_history = gradient_descent(X_train_norm, y_train, verbose=False)
print(f"training accuracy {compute_accuracy(X_train_norm, y_train, weights):.3f}")
print(f"test accuracy     {compute_accuracy(X_test_norm, y_test, weights):.3f}")

plt.imshow(weights.reshape(8, 8), cmap="RdBu_r", vmin=-abs(weights).max(), vmax=abs(weights).max())
plt.colorbar()
plt.title("Weights: ink for a 1 (red), for a 0 (blue)")
plt.show()
