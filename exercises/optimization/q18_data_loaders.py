"""From NumPy arrays to batches of tensors.

By hand: `python q18_data_loaders.py` loads the digits and prints the shape of the first batch.
"""

import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    """
    Split, normalize with training statistics, and wrap both halves in data loaders.

    Args:
        X: Input data (n_samples, n_features), NumPy array
        y: Labels (n_samples,), integers, all classes kept
        batch_size: Number of samples per batch
        test_size: Share of the samples kept for testing
        random_state: Seed of the split

    Returns:
        train_loader: DataLoader of (float32 (batch, n_features), int64 (batch,)), reshuffled every epoch
        test_loader: The same for the test samples, in a fixed order
    """
    raise NotImplementedError("TODO: split, normalize, convert to tensors, and return the two loaders")


if __name__ == "__main__":
    from sklearn.datasets import load_digits

    digits = load_digits()
    train_batches, test_batches = make_loaders(digits.data, digits.target)
    images, labels = next(iter(train_batches))
    print("first batch:", images.shape, images.dtype, labels.shape, labels.dtype)
    print("batches:", len(train_batches), "for training,", len(test_batches), "for testing")
