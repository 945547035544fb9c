import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, Dataset


class Digits(Dataset):
    def __init__(self, X, y):
        self.X = torch.tensor(X).float()
        self.y = torch.tensor(y).long()

    def __len__(self):
        return len(self.y)

    def __getitem__(self, k):
        return self.X[k], self.y[k]


def make_loaders(X, y, batch_size: int = 32, test_size: float = 0.2, random_state: int = 42):
    X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=test_size, random_state=random_state, shuffle=True)
    m, s = X_tr.mean(axis=0, keepdims=True), (X_tr.var(axis=0, keepdims=True) + 1e-8) ** 0.5
    train_loader = DataLoader(Digits((X_tr - m) / s, y_tr), batch_size=batch_size, shuffle=True, num_workers=0)
    test_loader = DataLoader(Digits((X_te - m) / s, y_te), batch_size=batch_size, shuffle=False)
    print(f"{len(train_loader)} training batches, {len(test_loader)} test batches")
    return train_loader, test_loader
