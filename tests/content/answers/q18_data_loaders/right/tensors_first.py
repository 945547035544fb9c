import torch
from torch.utils.data import DataLoader, TensorDataset, Subset, random_split


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    X = torch.from_numpy(X).float()
    y = torch.from_numpy(y).long()
    n_test = int(len(X) * test_size)
    generator = torch.Generator().manual_seed(random_state)
    train, test = random_split(range(len(X)), [len(X) - n_test, n_test], generator=generator)
    train, test = list(train), list(test)
    mean, std = X[train].mean(dim=0), X[train].std(dim=0)
    Z = (X - mean) / (std + 1e-8)
    whole = TensorDataset(Z, y)
    train_loader = DataLoader(Subset(whole, train), batch_size=batch_size, shuffle=True)
    test_loader = DataLoader(Subset(whole, test), batch_size=batch_size)
    return train_loader, test_loader
