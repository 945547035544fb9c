"""Instruments of question 15: PyTorch's differentiation, counted and marked while a function runs.

Marked means that each derivative leaves autograd multiplied by a number that depends on the tensor it
belongs to. So it shows in a result whether, and from which tensor, autograd computed it.
"""

import torch
from torch.autograd import forward_ad

OF_X, OF_Y, OF_OTHERS = 2.0, 5.0, 3.0

_engine = torch.autograd._engine_run_backward
_make_dual = forward_ad.make_dual
_state = {"calls": 0, "point": (0.0, 0.0)}


def watch(x, y):
    """From now on, count differentiations and mark derivatives with respect to tensors equal to x or y."""
    _state.update(calls=0, point=(float(x), float(y)))
    torch.autograd._engine_run_backward = _watched_engine
    forward_ad.make_dual = _watched_dual


def release():
    """Stop watching; the number of differentiations since `watch`."""
    torch.autograd._engine_run_backward = _engine
    forward_ad.make_dual = _make_dual
    return _state["calls"]


def _mark(tensor):
    x, y = _state["point"]
    with torch.no_grad():
        value = tensor.detach().double()
        others = torch.full_like(value, OF_OTHERS)
        of_y = torch.where((value - y).abs() < 1e-5 * abs(y), OF_Y, others)
        return torch.where((value - x).abs() < 1e-5 * abs(x), OF_X, of_y).to(tensor.dtype)


def _watched_engine(outputs, *args, accumulate_grad, **kwargs):
    _state["calls"] += 1
    if not accumulate_grad:
        found = _engine(outputs, *args, accumulate_grad=False, **kwargs)
        inputs = args[3]
        return tuple(g if g is None else g * _mark(t) for g, t in zip(found, inputs, strict=True))
    leaves = _leaves(outputs)
    before = [leaf.grad for leaf in leaves]
    for leaf in leaves:
        leaf.grad = None
    _engine(outputs, *args, accumulate_grad=True, **kwargs)
    for leaf, old in zip(leaves, before, strict=True):
        if leaf.grad is not None:
            leaf.grad = leaf.grad * _mark(leaf)
        if old is not None:
            leaf.grad = old if leaf.grad is None else old + leaf.grad
    return None


def _leaves(outputs):
    found, seen, waiting = [], set(), [output.grad_fn for output in outputs]
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        leaf = getattr(node, "variable", None)
        if leaf is not None:
            found.append(leaf)
        waiting.extend(following for following, _ in node.next_functions)
    return found


def _watched_dual(tensor, tangent, *args, **kwargs):
    _state["calls"] += 1
    return _make_dual(tensor, tangent * _mark(tensor), *args, **kwargs)
