# diagnosis: gradients-left-behind
import torch
from torch import nn


def evaluate_model(model, data_loader):
    model.eval()
    criterion = nn.CrossEntropyLoss()
    correct = total = 0
    for X, y in data_loader:
        out = model(X)
        criterion(out, y).backward()
        correct += (out.argmax(1) == y).sum().item()
        total += len(y)
    return correct / total
