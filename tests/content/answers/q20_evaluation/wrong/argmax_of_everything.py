# diagnosis: value-instead-of-position
import torch


def evaluate_model(model, data_loader):
    model.eval()
    correct = total = 0
    with torch.no_grad():
        for X, y in data_loader:
            correct += (torch.argmax(model(X)) == y).sum().item()
            total += len(y)
    return correct / total
