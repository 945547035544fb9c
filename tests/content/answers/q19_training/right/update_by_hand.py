import torch
from torch import nn


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    criterion = nn.CrossEntropyLoss()
    history = []
    for epoch in range(n_epochs):
        losses = []
        for inputs, targets in train_loader:
            for p in model.parameters():
                p.grad = None
            loss = criterion(model(inputs), targets)
            loss.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= learning_rate * p.grad
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
        if (epoch + 1) % 10 == 0:
            print(f"{epoch + 1}: {history[-1]:.3f}")
    return history
