"""The loss as a function of the iterations."""

from matplotlib import pyplot as plt
from q01_split import split_digits
from q02_normalize import normalize
from q08_gradient_descent import gradient_descent
from sklearn.datasets import load_digits

digits = load_digits()
X_train, X_test, y_train, y_test = split_digits(digits.data, digits.target)
X_train_norm, X_test_norm = normalize(X_train, X_test)
weights, loss_history = gradient_descent(X_train_norm, y_train, verbose=False)

plt.figure(figsize=(10, 5))
plt.plot(loss_history)
plt.xlabel("Iteration")
plt.ylabel("Loss")
plt.title("Training loss")
plt.grid(True)
plt.show()
