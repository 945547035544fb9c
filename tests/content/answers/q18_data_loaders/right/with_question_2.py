import torch
from q02_normalize import normalize
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=test_size, random_state=random_state)
    X_train, X_test = normalize(X_train, X_test)
    loaders = []
    for inputs, labels, shuffle in [(X_train, y_train, True), (X_test, y_test, False)]:
        dataset = TensorDataset(torch.FloatTensor(inputs), torch.LongTensor(labels))
        loaders.append(DataLoader(dataset, batch_size=batch_size, shuffle=shuffle))
    return loaders
