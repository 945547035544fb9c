import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    rng = np.random.default_rng(random_state)
    order = rng.permutation(len(X))
    n_test = int(round(len(X) * test_size))
    test, train = order[:n_test], order[n_test:]
    mu, sd = X[train].mean(0), X[train].std(0, ddof=1)
    sd[sd == 0] = 1.0
    Z = ((X - mu) / sd).astype(np.float32)
    train_ds = TensorDataset(torch.from_numpy(Z[train]), torch.from_numpy(y[train]))
    test_ds = TensorDataset(torch.from_numpy(Z[test]), torch.from_numpy(y[test]))
    return DataLoader(train_ds, batch_size=batch_size, shuffle=True), DataLoader(test_ds, batch_size=batch_size)
