import torch
from torch import nn, optim


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    criterion = nn.CrossEntropyLoss()
    optimizer = optim.SGD(model.parameters(), lr=learning_rate)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        for X, y in train_loader:

            def closure():
                optimizer.zero_grad()
                loss = criterion(model(X), y)
                loss.backward()
                return loss

            total += float(optimizer.step(closure))
        history += [total / len(train_loader)]
        if (epoch + 1) % 10 == 0:
            print(history[-1])
    return history
