"""Instruments of question 20: a classifier that notices how it is used, loaders, and a trained network."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Noticing(nn.Module):
    """A linear classifier that is wrong in training mode, where it also counts, as some layers do."""

    def __init__(self, W, b):
        super().__init__()
        self.linear = nn.Linear(W.shape[1], W.shape[0])
        with torch.no_grad():
            self.linear.weight.copy_(torch.from_numpy(W))
            self.linear.bias.copy_(torch.from_numpy(b))
        self.register_buffer("seen", torch.zeros(1))
        self.counts = {"forward": 0, "in_training_mode": 0, "recorded": 0}

    def forward(self, x):
        out = self.linear(x)
        self.counts["forward"] += 1
        self.counts["recorded"] += out.requires_grad
        if self.training:
            self.counts["in_training_mode"] += 1
            self.seen += 1
            out = out.roll(1, dims=1)
        return out


def classifier(W, b, training):
    """A classifier with these weights (classes, features), handed over in training or evaluation mode."""
    return Noticing(W, b).train(training)


def loader(X, y, batch_size):
    """A loader that gives these samples in this order."""
    return DataLoader(TensorDataset(torch.from_numpy(X), torch.from_numpy(y)), batch_size=batch_size)


def state(model):
    """What an evaluation should leave alone, and how the classifier was used.

    Recording is switched on again if it was left off.
    """
    off = not torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    return {
        **model.counts,
        "weights": model.linear.weight.detach().clone(),
        "seen": float(model.seen),
        "gradients": sum(parameter.grad is not None for parameter in model.parameters()),
        "frozen": sum(not parameter.requires_grad for parameter in model.parameters()),
        "recording_left_off": off,
    }


def trained(X, y):
    """A network of question 17, trained as in question 19 on loaders of question 18: model and loaders."""
    from q17_network import NeuralNetwork
    from q18_data_loaders import make_loaders
    from q19_training import train

    train_loader, test_loader = make_loaders(X, y)
    model = NeuralNetwork()
    train(model, train_loader)
    return model, train_loader, test_loader


def untrained():
    """A new network of question 17."""
    from q17_network import NeuralNetwork

    return NeuralNetwork()


def readings(model, loader):
    """Inputs (n, 64), labels (n,) and the network's classes (n,) for a whole loader."""
    model.eval()
    with torch.no_grad():
        found = [(inputs, labels, model(inputs).argmax(dim=1)) for inputs, labels in loader]
    return [torch.cat(parts) for parts in zip(*found, strict=True)]


def first_layer(model):
    """The weights of the hidden layer, one row for each neuron."""
    return next(p for p in model.parameters() if p.ndim == 2 and p.shape[1] == 64).detach().clone()
