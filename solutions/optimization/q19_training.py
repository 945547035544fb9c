"""The training loop.

By hand: `python q19_training.py` trains your network of question 17 on your loaders of question 18.
"""

import torch
from torch import nn


def train(model, train_loader, n_epochs=100, learning_rate=0.01):
    """
    Train a classifier in place with the cross-entropy loss and plain stochastic gradient descent.

    Prints the loss every 10 epochs.

    Args:
        model: Network that maps a batch (batch, n_features) to logits (batch, n_classes)
        train_loader: Iterable of (inputs, labels) batches
        n_epochs: Number of passes over the training set
        learning_rate: Step size of SGD

    Returns:
        List of n_epochs floats: the mean loss of each epoch
    """
    ### BEGIN SOLUTION loop over epochs and batches, and return the mean loss of each epoch
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    history = []
    model.train()
    for epoch in range(n_epochs):
        total = 0.0
        for inputs, labels in train_loader:
            optimizer.zero_grad()
            loss = criterion(model(inputs), labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
        history.append(total / len(train_loader))
        if (epoch + 1) % 10 == 0:
            print(f"Epoch [{epoch + 1}/{n_epochs}], Loss: {history[-1]:.4f}")
    return history
    ### END SOLUTION


if __name__ == "__main__":
    from q17_network import NeuralNetwork
    from q18_data_loaders import make_loaders
    from sklearn.datasets import load_digits

    torch.manual_seed(0)
    digits = load_digits()
    train_loader, _ = make_loaders(digits.data, digits.target)
    losses = train(NeuralNetwork(), train_loader)
    print("first epoch:", losses[0], "last epoch:", losses[-1])
