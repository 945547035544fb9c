# diagnosis: trains-while-evaluating
import torch
from torch import nn, optim


def evaluate_model(model, data_loader):
    criterion = nn.CrossEntropyLoss()
    optimizer = optim.SGD(model.parameters(), lr=0.01)
    model.eval()
    correct = total = 0
    for X, y in data_loader:
        optimizer.zero_grad()
        out = model(X)
        criterion(out, y).backward()
        optimizer.step()
        correct += (out.argmax(1) == y).sum().item()
        total += len(y)
    return correct / total
