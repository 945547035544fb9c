# remark: recording-left-off
import torch


def evaluate_model(model, data_loader):
    model.eval()
    torch.set_grad_enabled(False)
    correct, total = 0, 0
    for x, y in data_loader:
        correct += (model(x).argmax(1) == y).sum().item()
        total += len(y)
    return correct / total
