"""Instrument of question 16: counts how often PyTorch differentiates while a function runs."""

import torch
from torch.autograd import forward_ad

_engine = torch.autograd._engine_run_backward
_make_dual = forward_ad.make_dual
_calls = []


def watch():
    """Count from now on."""
    _calls.clear()
    torch.autograd._engine_run_backward = lambda *args, **kwargs: _calls.append(1) or _engine(*args, **kwargs)
    forward_ad.make_dual = lambda *args, **kwargs: _calls.append(1) or _make_dual(*args, **kwargs)


def release():
    """Stop counting; the number of differentiations since `watch`."""
    torch.autograd._engine_run_backward = _engine
    forward_ad.make_dual = _make_dual
    return len(_calls)
