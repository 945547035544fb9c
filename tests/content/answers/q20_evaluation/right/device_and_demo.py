import torch


def evaluate_model(model, data_loader):
    device = next(model.parameters()).device
    model.eval()
    correct = torch.tensor(0)
    total = 0
    with torch.no_grad():
        for x, y in data_loader:
            x, y = x.to(device), y.to(device)
            _, predicted = torch.max(model(x), dim=1)
            correct += predicted.eq(y.view_as(predicted)).sum()
            total += len(x)
    return correct.item() / total


if __name__ == "__main__":
    print("run q19 first")
