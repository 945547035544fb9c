import torch
import numpy as np


def evaluate_model(model, data_loader):
    model.eval()
    accuracies, sizes = [], []
    with torch.no_grad():
        for x, y in data_loader:
            accuracies.append((model(x).argmax(1) == y).float().mean().item())
            sizes.append(len(y))
    return float(np.average(accuracies, weights=sizes))
