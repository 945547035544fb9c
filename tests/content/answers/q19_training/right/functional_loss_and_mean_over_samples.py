import torch
import torch.nn.functional as F


def train(model, train_loader, n_epochs: int = 100, learning_rate: float = 0.01) -> list[float]:
    """The exact mean over the samples."""
    model.train()
    sgd = torch.optim.SGD(model.parameters(), learning_rate)
    history = []
    for epoch in range(1, n_epochs + 1):
        total, n = 0.0, 0
        for X, y in train_loader:
            loss = F.cross_entropy(model(X), y)
            sgd.zero_grad()
            loss.backward()
            sgd.step()
            total += loss.item() * len(y)
            n += len(y)
        history.append(total / n)
        if epoch % 10 == 0:
            print(epoch, history[-1])
    return history
