# diagnosis: mean-of-batch-accuracies
import torch


def evaluate_model(model, data_loader):
    model.eval()
    accuracies = []
    with torch.no_grad():
        for X, y in data_loader:
            accuracies.append((model(X).argmax(dim=1) == y).float().mean().item())
    return sum(accuracies) / len(accuracies)
