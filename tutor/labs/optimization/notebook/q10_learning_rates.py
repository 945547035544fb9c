"""Several learning rates on the same plot."""

from matplotlib import pyplot as plt
from q01_split import split_digits
from q02_normalize import normalize
from q10_learning_rates import compare_learning_rates
from sklearn.datasets import load_digits

digits = load_digits()
X_train, X_test, y_train, y_test = split_digits(digits.data, digits.target)
X_train_norm, X_test_norm = normalize(X_train, X_test)
histories = compare_learning_rates(X_train_norm, y_train)

plt.figure(figsize=(10, 5))
for rate, history in histories.items():
    plt.plot(history, label=f"learning rate {rate}")
plt.yscale("log")
plt.xlabel("Iteration")
plt.ylabel("Loss")
plt.legend()
plt.grid(True)
plt.show()
