import torch
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch.utils.data import DataLoader, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    """Stratified, with scikit-learn's scaler."""
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=test_size, random_state=random_state, stratify=y
    )
    scaler = StandardScaler().fit(X_train)

    def loader(X, y, shuffle):
        X = torch.as_tensor(scaler.transform(X), dtype=torch.float32)
        y = torch.as_tensor(y, dtype=torch.long)
        return DataLoader(TensorDataset(X, y), batch_size=batch_size, shuffle=shuffle)

    return loader(X_train, y_train, True), loader(X_test, y_test, False)
