"""Instruments of question 18: what comes out of a data loader."""

from torch.utils.data import DataLoader


def is_loader(thing):
    """Whether it is a DataLoader."""
    return isinstance(thing, DataLoader)


def passes(loader, count):
    """What the loader gives in each of `count` passes: a list of batches each, as they come."""
    return [[list(batch) if isinstance(batch, tuple) else batch for batch in loader] for _ in range(count)]
