# diagnosis: mean-probability
import torch


def evaluate_model(model, data_loader):
    model.eval()
    p = []
    with torch.no_grad():
        for X, y in data_loader:
            p.append(torch.softmax(model(X), 1)[torch.arange(len(y)), y])
    return torch.cat(p).mean().item()
