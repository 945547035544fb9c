"""Instruments of question 20: a classifier that notices how it is used, loaders, and a trained network."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# Taken before the exercise can put something else there.
_parameters, _detach = nn.Module.parameters, torch.Tensor.detach
_records = torch._C.TensorBase.requires_grad.__get__
_held = {}
"""The layers of each classifier by its id."""


def classifier(W, b, mean, spread, training, unrecorded=False):
    """A classifier with these weights (classes, features), handed over in training or evaluation mode.

    In evaluation mode it first takes the mean (features,) off its inputs and divides them by the spread. In training mode it normalizes each batch by itself and drops most of its outputs, as such layers do, and keeps
    running statistics. An unrecorded one has nothing to say while autograd records it.
    """
    norm, linear = nn.BatchNorm1d(W.shape[1], affine=False), nn.Linear(W.shape[1], W.shape[0])
    with torch.no_grad():
        norm.running_mean.copy_(torch.from_numpy(mean))
        norm.running_var.copy_(torch.from_numpy(spread) ** 2 - norm.eps)
        linear.weight.copy_(torch.from_numpy(W))
        linear.bias.copy_(torch.from_numpy(b))

    class Classifier(nn.Module):
        def __init__(self):
            super().__init__()
            self.norm, self.linear, self.drop = norm, linear, nn.Dropout(0.8)

        def forward(self, x):
            out = self.drop(self.linear(self.norm(x)))
            return torch.zeros_like(out) if unrecorded and _records(out) else out

    model = Classifier().train(training)
    _held[id(model)] = norm, linear
    return model


def loader(X, y, batch_size):
    """A loader that gives these samples in this order."""
    return DataLoader(TensorDataset(torch.from_numpy(X), torch.from_numpy(y)), batch_size=batch_size)


def state(model):
    """What an evaluation should leave alone, and whether batches went through in training mode.

    Recording is switched on again if it was left off.
    """
    off = not torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    norm, linear = _held[id(model)]
    held = list(_parameters(linear))
    return {
        "weights": _detach(linear.weight).clone(),
        "bias": _detach(linear.bias).clone(),
        "batches_normalized": int(norm.num_batches_tracked),
        "statistics": _detach(norm.running_mean).clone(),
        "gradients": sum(parameter.grad is not None for parameter in held),
        "frozen": sum(not parameter.requires_grad for parameter in held),
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
