"""Instruments of question 15: every differentiation by PyTorch is put to the check, which sets its results.

What was differentiated, at which values and with which slopes goes to the trusted side; factors come back, drawn
anew each time, and the derivatives leave autograd multiplied by them. So a result shows whether, and from which
tensor, autograd computed it, and only a differentiation of z itself gives the factors that count.
"""

import torch
from torch._C._functorch import get_unwrapped, is_functorch_wrapped_tensor
from torch.autograd import forward_ad
from tutor_runner import consult

_engine = torch.autograd._engine_run_backward
_make_dual, _unpack_dual = forward_ad.make_dual, forward_ad.unpack_dual


def watch():
    """From now on put every differentiation to the check."""
    torch.autograd._engine_run_backward = _watched_engine
    forward_ad.unpack_dual = _watched_unpack


def release():
    """Stop that."""
    torch.autograd._engine_run_backward = _engine
    forward_ad.unpack_dual = _unpack_dual


def _numbers(tensor):
    """The values of a tensor, also of one inside a transformed function."""
    tensor = tensor.detach()
    while is_functorch_wrapped_tensor(tensor):
        tensor = get_unwrapped(tensor)
    return tensor.double().reshape(-1).tolist()


def _watched_engine(outputs, *args, accumulate_grad, **kwargs):
    leaves = list(_leaves(outputs)) if accumulate_grad else list(args[3])
    bends = _bends(outputs, leaves)
    if not accumulate_grad:
        found = list(_engine(outputs, *args, accumulate_grad=False, **kwargs))
        return tuple(_marked(outputs, leaves, found, bends))
    before = [leaf.grad for leaf in leaves]
    for leaf in leaves:
        leaf.grad = None
    _engine(outputs, *args, accumulate_grad=True, **kwargs)
    marked = _marked(outputs, leaves, [leaf.grad for leaf in leaves], bends)
    for leaf, old, new in zip(leaves, before, marked, strict=True):
        leaf.grad = new if old is None else old if new is None else old + new
    return None


def _marked(outputs, leaves, slopes, bends):
    """The slopes times the factors that the check gives for this differentiation."""
    told = [
        [_numbers(leaf), None if s is None else _numbers(s)] for leaf, s in zip(leaves, slopes, strict=True)
    ]
    values = [value for output in outputs for value in _numbers(output)]
    factors = consult(values, told, bends)
    marked = []
    for slope, factor in zip(slopes, factors, strict=True):
        if slope is None:
            marked.append(None)
            continue
        mark = torch.tensor(factor, dtype=slope.dtype)
        marked.append(slope * (mark.reshape(slope.shape) if mark.numel() == slope.numel() else mark[0]))
    return marked


def _bends(outputs, leaves):
    """How the sum of the slopes changes with each value: the second derivatives; None where that cannot be had."""
    try:
        ones = tuple(torch.ones_like(output) for output in outputs)
        slopes = _engine(
            tuple(outputs), ones, True, True, tuple(leaves), allow_unreachable=True, accumulate_grad=False
        )
        total = sum(slope.sum() for slope in slopes if slope is not None)
        if not total.requires_grad:
            return [[0.0]]
        found = _engine(
            (total,), (None,), True, False, tuple(leaves), allow_unreachable=True, accumulate_grad=False
        )
        return [[0.0] if one is None else _numbers(one) for one in found]
    except (RuntimeError, AttributeError, TypeError, ValueError):
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


def _watched_unpack(tensor, *args, **kwargs):
    primal, tangent = _unpack_dual(tensor, *args, **kwargs)
    if tangent is None:
        return forward_ad.UnpackedDualTensor(primal, tangent)
    factors = consult(_numbers(primal), [[[], _numbers(tangent)]], None)
    return forward_ad.UnpackedDualTensor(primal, tangent * factors[0][0])
