import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, SequentialSampler, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    mean, std = X_train.mean(0), X_train.std(0)
    std[std < 1e-12] = 1
    train = TensorDataset(torch.tensor((X_train - mean) / std).float(), torch.tensor(y_train))
    test = TensorDataset(torch.tensor((X_test - mean) / std).float(), torch.tensor(y_test))
    train_loader = DataLoader(train, batch_sampler=BatchSampler(RandomSampler(train), batch_size, drop_last=False))
    test_loader = DataLoader(test, batch_size=batch_size, sampler=SequentialSampler(test))
    return train_loader, test_loader
