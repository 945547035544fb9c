import torch


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    parameters = list(model.parameters())
    history = []
    for epoch in range(n_epochs):
        losses = []
        for X, y in train_loader:
            logits = model.forward(X)
            loss = (torch.logsumexp(logits, 1) - logits[torch.arange(len(y)), y]).mean()
            gradients = torch.autograd.grad(loss, parameters)
            for parameter, gradient in zip(parameters, gradients):
                parameter.data.add_(gradient, alpha=-learning_rate)
            losses.append(loss.item())
        history.append(float(torch.tensor(losses).mean()))
        print(epoch, history[-1])
    return history
