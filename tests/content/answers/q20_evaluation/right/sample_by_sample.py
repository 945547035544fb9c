import torch


def predict(logits):
    best = 0
    for k in range(len(logits)):
        if logits[k] > logits[best]:
            best = k
    return best


def evaluate_model(model, data_loader):
    model.eval()
    good, bad = 0, 0
    with torch.no_grad():
        for X, y in data_loader:
            for row, label in zip(model(X), y):
                if predict(row) == label:
                    good += 1
                else:
                    bad += 1
    return good / (good + bad)
