import torch


def evaluate_model(model, data_loader):
    model.eval()
    correct = total = 0
    with torch.set_grad_enabled(False):
        for x, y in data_loader:
            correct += model(x).argmax(dim=1).eq(y).sum().item()
            total += y.numel()
    return correct / total
