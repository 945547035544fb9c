import numpy as np
import torch


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    loss_fn = torch.nn.CrossEntropyLoss(reduction="mean")
    opt = torch.optim.SGD(params=model.parameters(), lr=learning_rate, momentum=0, weight_decay=0)
    losses = np.zeros(n_epochs)
    for e in range(n_epochs):
        model.train(True)
        batch_losses = []
        for xb, yb in train_loader:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            opt.step()
            opt.zero_grad()
            batch_losses.append(loss.detach().numpy())
        losses[e] = np.mean(batch_losses)
        if e % 10 == 9:
            print("epoch", e + 1, "loss", losses[e])
    return losses
