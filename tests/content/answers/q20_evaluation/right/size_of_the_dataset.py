import torch
from torch import no_grad


def evaluate_model(model, data_loader):
    model = model.eval()
    with no_grad():
        correct = sum((model(x).topk(1, dim=1).indices.squeeze(1) == y).sum().item() for x, y in data_loader)
    return correct / len(data_loader.dataset)
