"""The data, and the first images of the training set."""

from matplotlib import pyplot as plt
from q01_split import split_digits
from sklearn.datasets import load_digits

digits = load_digits()
X_train, X_test, y_train, y_test = split_digits(digits.data, digits.target)
for name, part in (("X_train", X_train), ("X_test", X_test), ("y_train", y_train), ("y_test", y_test)):
    print(name, part.shape)

fig, axes = plt.subplots(1, 8, figsize=(10, 1.6))
for axis, image, label in zip(axes, X_train, y_train, strict=False):
    axis.imshow(image.reshape(8, 8), cmap="gray_r")
    axis.set_title(int(label))
    axis.axis("off")
plt.show()
