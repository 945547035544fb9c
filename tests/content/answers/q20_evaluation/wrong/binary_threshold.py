# diagnosis: right
import torch


def evaluate_model(model, data_loader):
    model.eval()
    correct = total = 0
    with torch.no_grad():
        for X, y in data_loader:
            predicted = (torch.sigmoid(model(X))[:, 1] > 0.5).long()
            correct += (predicted == y).sum().item()
            total += len(y)
    return correct / total
