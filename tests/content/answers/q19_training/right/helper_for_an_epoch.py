import torch


def one_epoch(model, loader, loss_fn, optimizer):
    total = 0
    for i, (X, y) in enumerate(loader):
        pred = model(X)
        loss = loss_fn(pred, y)
        model.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / (i + 1)


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    loss_fn = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    losses = []
    for epoch in range(n_epochs):
        losses.append(one_epoch(model, train_loader, loss_fn, optimizer))
        if not (epoch + 1) % 10:
            print(f"epoch {epoch + 1:3d}  loss {losses[-1]:.4f}")
    return losses


if __name__ == "__main__":
    print("see q20")
