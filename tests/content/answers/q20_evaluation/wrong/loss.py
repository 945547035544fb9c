# diagnosis: loss-instead-of-accuracy
import torch
from torch import nn


def evaluate_model(model, data_loader):
    model.eval()
    criterion = nn.CrossEntropyLoss()
    total = 0
    with torch.no_grad():
        for X, y in data_loader:
            total += criterion(model(X), y).item()
    return total / len(data_loader)
