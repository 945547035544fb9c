"""How many batches there are."""

from q18_data_loaders import make_loaders
from sklearn.datasets import load_digits

digits = load_digits()
train_loader, test_loader = make_loaders(digits.data, digits.target)
print(f"{len(train_loader)} batches for training, {len(test_loader)} for testing")
