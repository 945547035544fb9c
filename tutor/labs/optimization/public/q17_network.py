"""Instruments of question 17: what a network holds, and what it computes with weights put into it."""

import torch
from torch import nn


def shapes(model, n_inputs):
    """The shape of each registered parameter, after one batch has gone through (lazy layers need one)."""
    _warm(model, n_inputs)
    return [list(parameter.shape) for parameter in model.parameters()]


def _warm(model, n_inputs):
    try:
        with torch.no_grad():
            model(torch.zeros(2, n_inputs))
    except Exception:  # what is wrong with `forward` is for a later check to say
        pass


def fill(model, arrays):
    """Put each array into the parameter of its shape; matrices fit transposed, vectors with extra axes.

    The first array is the weight matrix of the hidden layer, (hidden, inputs).
    """
    _warm(model, arrays[0].shape[1])
    with torch.no_grad():
        for parameter in model.parameters():
            for array in arrays:
                found = torch.from_numpy(array)
                if sorted(n for n in parameter.shape if n > 1) == sorted(n for n in array.shape if n > 1):
                    turned = found.T if found.ndim == 2 and tuple(parameter.shape) != array.shape else found
                    parameter.copy_(turned.reshape(parameter.shape))


def outputs(model, X, training):
    """What the network returns for a batch, in training or evaluation mode; False if it has no `forward`."""
    model.train(training)
    try:
        return model(torch.from_numpy(X).float())
    except NotImplementedError as error:
        if "forward" in str(error):
            return False
        raise


def gradients(model, X, factors):
    """For each parameter, the size of its gradient when the outputs are weighted and summed up."""
    model.train()
    model.zero_grad()
    out = model(torch.from_numpy(X).float())
    if out.requires_grad:
        (out * torch.from_numpy(factors)).sum().backward()
    return [0.0 if p.grad is None else float(p.grad.abs().sum()) for p in model.parameters()]


def spread(model):
    """For each weight matrix, how far its entries are from each other (largest minus smallest)."""
    return [float(p.max() - p.min()) for p in model.parameters() if p.ndim == 2]


def is_module(model):
    """Whether it is a network at all."""
    return isinstance(model, nn.Module)
