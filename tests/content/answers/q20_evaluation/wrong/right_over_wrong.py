# diagnosis: ratio-of-right-to-wrong
import torch


def evaluate_model(model, data_loader):
    model.eval()
    good = bad = 0
    with torch.no_grad():
        for X, y in data_loader:
            p = model(X).argmax(1)
            good += (p == y).sum().item()
            bad += (p != y).sum().item()
    return good / max(bad, 1)
