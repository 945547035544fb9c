# trick: none: the inputs ask for gradients, as somebody may think they must
# says: ask for gradients (requires_grad)
import torch
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset


def make_loaders(X, y, batch_size=32, test_size=0.2, random_state=42):
    A, B, a, b = train_test_split(X, y, test_size=test_size, random_state=random_state)
    mean, std = A.mean(0), A.std(0) + 1e-8

    def tensors(Z, z):
        inputs = torch.tensor((Z - mean) / std, dtype=torch.float32).requires_grad_()
        return TensorDataset(inputs, torch.tensor(z))

    return DataLoader(tensors(A, a), batch_size, shuffle=True), DataLoader(tensors(B, b), batch_size)
