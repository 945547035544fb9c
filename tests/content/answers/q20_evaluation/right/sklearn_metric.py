import numpy as np
import torch
from sklearn.metrics import accuracy_score


def evaluate_model(model, data_loader):
    model.train(False)
    predictions, labels = [], []
    with torch.no_grad():
        for X, y in data_loader:
            predictions.append(model(X).numpy().argmax(axis=1))
            labels.append(y.numpy())
    return accuracy_score(np.concatenate(labels), np.concatenate(predictions))
