# diagnosis: parameters
import torch


def evaluate_model(model, X, y):
    model.eval()
    with torch.no_grad():
        return (model(X).argmax(1) == y).float().mean().item()
