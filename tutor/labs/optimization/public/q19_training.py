"""Instruments of question 19: a network that counts what is done with it, loaders, and a run to watch."""

import time

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from tutor_runner import report_progress

# Taken before the exercise can put something else there.
_parameters, _detach = nn.Module.parameters, torch.Tensor.detach
_uses = {}
"""For each network by its id, how it was used: for the words about weights that did not move, never for a verdict."""


class Counting(nn.Module):
    """Two linear layers with given weights and a ReLU between them; may normalize each batch before it."""

    def __init__(self, W1, b1, W2, b2, normalized):
        super().__init__()
        self.fc1 = nn.Linear(W1.shape[1], W1.shape[0])
        self.fc2 = nn.Linear(W2.shape[1], W2.shape[0])
        with torch.no_grad():
            for parameter, array in zip(self.parameters(), (W1, b1, W2, b2), strict=True):
                parameter.copy_(torch.from_numpy(array))
        self.norm = nn.BatchNorm1d(len(b1), affine=False) if normalized else nn.Identity()
        _uses[id(self)] = {"forward": 0, "backward": 0}

    def forward(self, x):
        out = self.fc2(torch.relu(self.norm(self.fc1(x))))
        uses = _uses.get(id(self), {"forward": 0, "backward": 0})
        uses["forward"] += 1
        if out.requires_grad:
            out.register_hook(lambda gradient: uses.update(backward=uses["backward"] + 1))
        return out


def network(arrays, training, normalized=False):
    """A network with these weights (W1, b1, W2, b2), handed over in training or evaluation mode.

    A normalized one trains otherwise in the two modes: in one by each batch's own mean and spread.
    """
    return Counting(*arrays, normalized).train(training)


def loader(X, y, batch_size):
    """A loader that gives these samples in this order."""
    return DataLoader(TensorDataset(torch.from_numpy(X), torch.from_numpy(y)), batch_size=batch_size)


def weights(model):
    """The network's parameters as they are now."""
    return [_detach(parameter).clone() for parameter in _parameters(model)]


def counts(model):
    """How often the network was used, and how many parameters hold a gradient."""
    return {**_uses[id(model)], "gradients": sum(p.grad is not None for p in _parameters(model))}


class Watched:
    """A data loader that tells how far a run has come; everything else it leaves to the loader inside."""

    def __init__(self, inner, n_epochs):
        self.inner = inner
        self.total = n_epochs * len(inner)
        self.step = 0
        self.labels = None

    def __len__(self):
        return len(self.inner)

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def __iter__(self):
        for inputs, labels in self.inner:
            self.step += 1
            self.labels = labels
            yield inputs, labels

    def measure(self, model, inputs, logits):
        """Report the loss of this batch, now and then."""
        now = time.perf_counter()
        if self.step == 1 or now >= self.due:
            self.due = now + 0.05
            loss = nn.functional.cross_entropy(logits.detach(), self.labels).item()
            report_progress(self.step, self.total, (self.step - 1) / len(self.inner), loss, "batch")


def full_run(X, y, n_epochs):
    """A new network of question 17 and the training loader of question 18 for these data, to be watched."""
    from q17_network import NeuralNetwork
    from q18_data_loaders import make_loaders

    model = NeuralNetwork()
    watched = Watched(make_loaders(X, y)[0], n_epochs)
    model.register_forward_hook(watched.measure)
    return model, watched


def steps(watched):
    """How many batches a watched loader has given."""
    return watched.step
