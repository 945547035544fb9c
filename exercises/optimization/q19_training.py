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
    raise NotImplementedError("TODO: loop over epochs and batches, and return the mean loss of each epoch")


if __name__ == "__main__":
    from q17_network import NeuralNetwork
    from q18_data_loaders import make_loaders
    from sklearn.datasets import load_digits

    torch.manual_seed(0)
    digits = load_digits()
    train_loader, _ = make_loaders(digits.data, digits.target)
    losses = train(NeuralNetwork(), train_loader)
    print("first epoch:", losses[0], "last epoch:", losses[-1])
