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
    ### BEGIN SOLUTION split, normalize, convert to tensors, and return the two loaders
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    mean = X_train.mean(axis=0)
    std = X_train.std(axis=0) + 1e-8
    train_set = TensorDataset(
        torch.from_numpy((X_train - mean) / std).float(), torch.from_numpy(y_train).long()
    )
    test_set = TensorDataset(torch.from_numpy((X_test - mean) / std).float(), torch.from_numpy(y_test).long())
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=batch_size, shuffle=False)
    return train_loader, test_loader
    ### END SOLUTION


if __name__ == "__main__":
    from sklearn.datasets import load_digits

    digits = load_digits()
    train_batches, test_batches = make_loaders(digits.data, digits.target)
    images, labels = next(iter(train_batches))
    print("first batch:", images.shape, images.dtype, labels.shape, labels.dtype)
    print("batches:", len(train_batches), "for training,", len(test_batches), "for testing")
