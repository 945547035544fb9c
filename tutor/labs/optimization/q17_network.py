"""Promises of q17: a network with one hidden layer that returns logits."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from tutor.checking.author import Failure, Handle, Trial, check, misconception, prediction
from tutor.checking.compare import TimedOut, Unwritten, describe, is_tensor

TESTED = (
    "networks of the default size and of two others, filled with random weights of our own, on batches of 1 to "
    "9 random inputs, compared with W₂ max(0, W₁x + b₁) + b₂ to 5 digits, in training and in evaluation mode; "
    "that every weight gets a gradient. Not tested: how you initialise the weights, beyond their being different."
)

FUNCTION = "NeuralNetwork"
MODULE = "torch.nn.modules.module.Module"
SIZES = (7, 5, 3)
"""Inputs, hidden neurons, outputs: all different, none a default."""


def network(t: Trial, sizes: tuple[int, int, int] | None = None) -> Handle:
    """A new network of the exercise."""
    names = ("input_size", "hidden_size", "output_size")
    try:
        model = t.call(FUNCTION, **dict(zip(names, sizes or (), strict=False)))
    except Failure as failure:
        raised = t.last.raised
        if raised and "before Module.__init__() call" in raised.message:
            raise Failure(
                f"nn.Module has not been prepared before you assign a layer to self. {failure.seen}",
                "What has to be called first in `__init__`?",
                "super-init-forgotten",
                failure.line,
            ) from None
        raise
    if not isinstance(model, Handle) or MODULE not in model.bases:
        raise Failure(
            f"`{FUNCTION}()` makes {describe(model)}, which is no network.",
            "What must the class inherit from?",
            "not-a-module",
        )
    return model


def weights(t: Trial, sizes: tuple[int, int, int]) -> list[np.ndarray]:
    """W1 (hidden, in), b1, W2 (out, hidden), b2: random, such that a half of the neurons is active."""
    n, h, k = sizes
    shapes = ((h, n), (h,), (k, h), (k,))
    return [t.rng.normal(0.0, 1.0, shape).astype(np.float32) for shape in shapes]


def logits(arrays: list[np.ndarray], X: np.ndarray) -> np.ndarray:
    """The formula of the statement, in 64 bits: (batch, in) -> (batch, out)."""
    W1, b1, W2, b2 = (array.astype(np.float64) for array in arrays)
    return np.maximum(X @ W1.T + b1, 0.0) @ W2.T + b2


def kinds(shapes: list[list[int]]) -> list[tuple[int, ...]]:
    """Shapes without axes of length 1 and without regard to a matrix's orientation, sorted."""
    return sorted(tuple(sorted(n for n in shape if n > 1)) for shape in shapes)


def right_layers(t: Trial, model: Handle, sizes: tuple[int, int, int]) -> None:
    """Raise Failure, in terms of layers, unless the parameters are those of the two layers."""
    shapes = t.public("shapes", model, sizes[0])
    n, h, k = sizes
    if kinds(shapes) != kinds([[h, n], [h], [k, h], [k]]):
        listed = ", ".join(str(tuple(shape)) for shape in shapes) or "none at all"
        given = f"With input_size={n}, hidden_size={h} and output_size={k}"
        raise layer_failure(kinds(shapes), sizes, f"{given}, its parameters have the shapes {listed}.")


def layer_failure(found: list[tuple[int, ...]], sizes: tuple[int, int, int], seen: str) -> Failure:
    """What is wrong with parameters of these kinds."""
    n, h, k = sizes
    matrices = [kind for kind in found if len(kind) == 2]
    vectors = [kind for kind in found if len(kind) == 1]
    ignored = [
        item
        for size, default, item in zip(
            sizes, (64, 32, 10), (InputSizeIgnored, HiddenSizeIgnored, OutputSizeIgnored), strict=True
        )
        if size != default
        and any(default in kind for kind in matrices)
        and not any(size in m for m in matrices)
    ]
    if not found:
        item = LayersInPlainList
    elif ignored:
        item = ignored[0] if len(ignored) < 3 else AllSizesIgnored
    elif matrices == [(min(n, k), max(n, k))] or len(matrices) == 1:
        item = OneLayerOnly
    elif len(matrices) > 2:
        item = ExtraHiddenLayer
    elif kinds([list(m) for m in matrices]) != kinds([[h, n], [k, h]]):
        return Failure(
            f"The layers do not have the sizes asked for. {seen}",
            "Write (in, out) beside each layer: what goes in first, what comes out last, what is in between?",
            "layer-sizes-wrong",
        )
    elif len(vectors) < 2:
        item = MissingBias
    else:
        item = BatchNormInside
    return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)


def outputs(t: Trial, model: Handle, X: np.ndarray, n_outputs: int, training: bool) -> np.ndarray:
    """What the network returns for X (batch, in), as an array; Failure unless it is (batch, out) numbers."""
    try:
        out = t.public("outputs", model, X, training)
    except Failure as failure:
        raise forward_failure(t, failure) from None
    if t.last.stdout:
        t.remark("prints-in-forward", "`forward` prints; in training that would be a line for each batch.")
    if out is False:
        raise Failure(
            "The class has no `forward`, so PyTorch does not know what the network does.",
            "Is the method's name spelled right, and is it indented like `__init__`?",
            "forward-missing",
        )
    if out is None:
        raise Failure("`forward` returned None.", "Did you forget `return`?", "returns-none")
    if not is_tensor(out):
        raise Failure(
            f"`forward` returned {describe(out)}; one tensor of logits is asked for.",
            "Return the logits alone.",
            "not-a-tensor",
        )
    seen = f"For an input of shape {X.shape}, `forward` returned {describe(out)}."
    if not out.is_floating_point():
        raise Failure(
            f"You return classes instead of logits. {seen}",
            ReturnsClasses.look,
            ReturnsClasses.slug,
            seen=seen,
        )
    if tuple(out.shape) != (len(X), n_outputs):
        raise Failure(
            f"{seen} One row for each sample and one column for each class is asked for.",
            "Write the shape after each step beside your code.",
            "wrong-shape",
        )
    return out.detach().numpy().astype(np.float64)


def forward_failure(t: Trial, failure: Failure) -> Failure:
    """A failure of the instrument in the learner's words: what stopped is `forward`."""
    words = failure.rationale.replace("`outputs`", "`forward`")
    if t.last.raised and "must be Tensor, not" in t.last.raised.message:
        words = (
            f"A layer is created in `forward` where it should be applied: nn.ReLU(x) makes a layer. {words}"
        )
        return Failure(words, "How is a layer made, and how is it used?", "layer-not-applied", failure.line)
    if isinstance(failure, TimedOut | Unwritten):
        return failure
    return Failure(words, failure.help, failure.misconception, failure.line)


def close(got: np.ndarray, want: np.ndarray) -> bool:
    """Whether two batches of outputs agree to the precision of 32-bit numbers."""
    return bool(np.allclose(got, want, rtol=1e-4, atol=2e-4))


@check
def layers(t: Trial) -> None:
    """NeuralNetwork() has two layers with biases, 64 to 32 and 32 to 10, all registered."""
    right_layers(t, network(t), (64, 32, 10))


@check
def sizes(t: Trial) -> None:
    """The three sizes are arguments."""
    for chosen in (SIZES, (4, 9, 6)):
        right_layers(t, network(t, chosen), chosen)


@check
def computes(t: Trial) -> None:
    """forward computes the second layer of the ReLU of the first, and returns these logits."""
    model, arrays = network(t, SIZES), weights(t, SIZES)
    t.public("fill", model, arrays)
    for rows in (9, 1):
        X = t.rng.normal(0.0, 1.0, (rows, SIZES[0])).astype(np.float32)
        got = outputs(t, model, X, SIZES[2], training=False)
        if not close(got, logits(arrays, X)):
            again = outputs(t, model, X, SIZES[2], training=False)
            raise value_failure(got, again, arrays, X)


def value_failure(got: np.ndarray, again: np.ndarray, arrays: list[np.ndarray], X: np.ndarray) -> Failure:
    """What is wrong with these outputs."""
    want = logits(arrays, X)
    worst = int(np.argmax(np.abs(got - want).max(axis=1)))
    seen = f"For a random input, the outputs were {np.array2string(got[worst], precision=3, separator=', ')}."
    if not close(got, again):
        return Failure(
            f"The same input gives other outputs each time, in evaluation mode too. {seen}",
            "What in `forward` is random, or made anew for each batch?",
            "random-outputs",
        )
    for item in BY_VALUE:
        if close(got, filled(item.implementation, arrays)(torch.from_numpy(X)).detach().numpy()):
            return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    if got.shape[1] > 1 and np.allclose(got.sum(axis=1), 1.0, atol=1e-4) and (got >= 0).all():
        return Failure(f"{SoftmaxInside.sentence} {seen}", SoftmaxInside.look, SoftmaxInside.slug, seen=seen)
    return Failure(
        f"With weights of ours, the outputs are not W₂ max(0, W₁x + b₁) + b₂. {seen}",
        "Follow one input through `forward`, step by step: which step is missing, extra or out of place?",
    )


def filled(make: type[nn.Module], arrays: list[np.ndarray]) -> nn.Module:
    """A network of a misconception with these weights."""
    model = make(*SIZES)
    with torch.no_grad():
        for layer, weight, bias in ((model.fc1, *arrays[:2]), (model.fc2, *arrays[2:])):
            layer.weight.copy_(torch.from_numpy(weight))
            layer.bias.copy_(torch.from_numpy(bias))
    return model.eval()


@check
def training_mode(t: Trial) -> None:
    """In training mode it computes the same."""
    model, arrays = network(t, SIZES), weights(t, SIZES)
    t.public("fill", model, arrays)
    X = t.rng.normal(0.0, 1.0, (8, SIZES[0])).astype(np.float32)
    if not close(outputs(t, model, X, SIZES[2], training=True), logits(arrays, X)):
        raise Failure(
            "In training mode the outputs are not the logits: a layer such as dropout changes them.",
            "Which layer was not asked for?",
            "dropout-inside",
        )


@check
def learns(t: Trial) -> None:
    """Gradients reach every weight and bias."""
    model, arrays = network(t, SIZES), weights(t, SIZES)
    t.public("fill", model, arrays)
    X = t.rng.normal(0.0, 1.0, (20, SIZES[0])).astype(np.float32)
    factors = t.rng.normal(0.0, 1.0, (20, SIZES[2])).astype(np.float32)
    found = [array_of(each) for each in t.public("gradients", model, X, factors)]
    none = sum(not each.any() for each in found)
    if none:
        raise Failure(
            f"{none} of the {len(found)} parameters get no gradient, so they can never be trained.",
            "What in `forward` cuts the recording off: `detach`, `.data`, NumPy, `torch.no_grad`?",
            "gradients-cut-off",
        )
    if not all(any(same_entries(each, right) for each in found) for right in slopes(arrays, X, factors)):
        raise Failure(
            "The gradients that reach the weights are not those of the formula, although the outputs are right.",
            "Is every step of `forward` one that autograd sees, or is a part of the result put together outside it?",
            "gradients-cut-off",
        )


def array_of(tensor: object) -> np.ndarray:
    """A gradient as the instrument gave it; Failure when it is something else."""
    if not is_tensor(tensor):
        raise Failure(f"The gradient of a parameter is {describe(tensor)}.", "", "tampered")
    return tensor.detach().numpy()


def slopes(arrays: list[np.ndarray], X: np.ndarray, factors: np.ndarray) -> list[np.ndarray]:
    """The gradients of the weighted sum of the outputs with respect to W1, b1, W2, b2."""
    held = [torch.from_numpy(array).requires_grad_() for array in arrays]
    hidden = torch.relu(torch.from_numpy(X) @ held[0].T + held[1])
    out = hidden @ held[2].T + held[3]
    return [g.numpy() for g in torch.autograd.grad((out * torch.from_numpy(factors)).sum(), held)]


def same_entries(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two arrays have the same entries, however a matrix is turned."""
    return a.size == b.size and bool(np.allclose(np.sort(a, None), np.sort(b, None), rtol=1e-3, atol=1e-3))


@check
def start(t: Trial) -> None:
    """A new network starts from weights that differ from each other."""
    if min(t.public("spread", network(t))[:1]) == 0.0:
        raise Failure(
            "All weights of a layer start from the same number, so all its neurons compute the same, and get the "
            "same gradient for ever.",
            "Leave the initial weights to the layers, or draw them at random.",
            "weights-all-equal",
        )


class Variant(nn.Module):
    """The network with its two inner steps open to misconceptions."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, output_size)

    def bend(self, a):
        return torch.relu(a)

    def finish(self, z):
        return z

    def forward(self, x):
        return self.finish(self.fc2(self.bend(self.fc1(x))))


@misconception(
    FUNCTION, look="the last step of `forward`: which function of question 19 contains it already?"
)
class SoftmaxInside(Variant):
    """You apply the softmax in `forward`; logits are asked for, because the loss applies it again."""

    def finish(self, z):
        return torch.softmax(z, dim=1)


@misconception(FUNCTION, look="the last step of `forward`, and along which axis it works")
class SoftmaxOverTheBatch(Variant):
    """You apply a softmax in `forward`, and over the samples of the batch at that; logits are asked for."""

    def finish(self, z):
        return torch.softmax(z, dim=0)


@misconception(
    FUNCTION, look="the last step of `forward`: which function of question 19 contains it already?"
)
class LogSoftmaxInside(Variant):
    """You apply the log-softmax in `forward`; logits are asked for, because the loss does that itself."""

    def finish(self, z):
        return torch.log_softmax(z, dim=1)


@misconception(FUNCTION, look="the last step of `forward`")
class SigmoidOnTheOutput(Variant):
    """You apply a sigmoid to the outputs; logits are asked for."""

    def finish(self, z):
        return torch.sigmoid(z)


@misconception(FUNCTION, look="the last step of `forward`: may a logit be negative?")
class ReluOnTheOutput(Variant):
    """You apply ReLU to the outputs too, so no logit can be negative."""

    def finish(self, z):
        return torch.relu(z)


@misconception(FUNCTION, look="the last step of `forward`")
class TanhOnTheOutput(Variant):
    """You apply tanh to the outputs; logits are asked for."""

    def finish(self, z):
        return torch.tanh(z)


@misconception(FUNCTION, look="what stands between the two layers")
class NoActivation(Variant):
    """There is no ReLU between the two layers, so they collapse into one linear map."""

    def bend(self, a):
        return a


@misconception(FUNCTION, look="the function between the two layers")
class SigmoidActivation(Variant):
    """You use a sigmoid between the layers; ReLU is asked for."""

    def bend(self, a):
        return torch.sigmoid(a)


@misconception(FUNCTION, look="the function between the two layers")
class TanhActivation(Variant):
    """You use tanh between the layers; ReLU is asked for."""

    def bend(self, a):
        return torch.tanh(a)


@misconception(FUNCTION, look="the function between the two layers: what does it do to negative numbers?")
class LeakyReluActivation(Variant):
    """You use the leaky ReLU between the layers, which lets a part of the negative numbers through."""

    def bend(self, a):
        return F.leaky_relu(a)


@misconception(FUNCTION, look="the function between the two layers")
class GeluActivation(Variant):
    """You use GELU between the layers; ReLU is asked for."""

    def bend(self, a):
        return F.gelu(a)


@misconception(FUNCTION, look="the function between the two layers")
class EluActivation(Variant):
    """You use ELU between the layers; ReLU is asked for."""

    def bend(self, a):
        return F.elu(a)


@misconception(FUNCTION, look="the function between the two layers")
class SiluActivation(Variant):
    """You use SiLU between the layers; ReLU is asked for."""

    def bend(self, a):
        return F.silu(a)


@misconception(
    FUNCTION, look="the function between the two layers: the loss wants a softmax, the hidden layer none"
)
class SoftmaxActivation(Variant):
    """You use a softmax between the layers; ReLU is asked for there."""

    def bend(self, a):
        return torch.softmax(a, dim=1)


@misconception(FUNCTION, look="the sign of what ReLU gets")
class ReluOfTheNegative(Variant):
    """Your ReLU keeps the negative part: it gives min(0, a) or max(0, -a) where max(0, a) is asked for."""

    def bend(self, a):
        return torch.relu(-a)


@misconception(FUNCTION, look="what is kept: the larger or the smaller of 0 and a?")
class MinimumInsteadOfMaximum(Variant):
    """Your ReLU takes the smaller of 0 and a where it should take the larger."""

    def bend(self, a):
        return torch.clamp(a, max=0)


@misconception(FUNCTION, look="max(0, a) is not |a|")
class AbsoluteValueActivation(Variant):
    """You take the absolute value between the layers; ReLU is asked for."""

    def bend(self, a):
        return a.abs()


@misconception(FUNCTION, look="where the ReLU stands")
class ReluBeforeTheFirstLayer(Variant):
    """You apply ReLU to the input instead of the hidden layer: it belongs between the two layers."""

    def forward(self, x):
        return self.fc2(self.fc1(torch.relu(x)))


@misconception(FUNCTION, look="where the ReLU stands")
class ReluAfterTheSecondLayer(Variant):
    """You apply ReLU after the second layer instead of between the two."""

    def forward(self, x):
        return torch.relu(self.fc2(self.fc1(x)))


@misconception(FUNCTION, look="how often `forward` applies each layer")
class SoftmaxAndNoActivation(Variant):
    """There is no ReLU between the layers, and a softmax after them, where logits are asked for."""

    def forward(self, x):
        return torch.softmax(self.fc2(self.fc1(x)), dim=1)


@misconception(FUNCTION, look="what `forward` returns: a score for each class, or the class?")
class ReturnsClasses(Variant):
    """You return the class of each sample instead of the logits."""

    def finish(self, z):
        return z.argmax(dim=1)


@misconception(FUNCTION, look="how many things `forward` returns")
class ReturnsTheHiddenLayerToo(Variant):
    """You return several things; one tensor of logits is asked for."""

    def forward(self, x):
        h = torch.relu(self.fc1(x))
        return self.fc2(h), h


@misconception(FUNCTION, look="the `bias` argument of your layers")
class MissingBias(Variant):
    """A layer has no bias."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, hidden_size, output_size)
        self.fc2 = nn.Linear(hidden_size, output_size, bias=False)


@misconception(FUNCTION, look="how many layers `__init__` creates")
class ExtraHiddenLayer(Variant):
    """There are more layers than the two asked for."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, hidden_size, output_size)
        self.extra = nn.Linear(hidden_size, hidden_size)

    def bend(self, a):
        return torch.relu(self.extra(torch.relu(a)))


@misconception(FUNCTION, look="how many layers `__init__` creates")
class OneLayerOnly(nn.Module):
    """There is a single layer, straight from the inputs to the outputs: the hidden layer is missing."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.fc1 = nn.Linear(input_size, output_size)

    def forward(self, x):
        return self.fc1(x)


@misconception(FUNCTION, look="which layers have parameters besides the two linear ones")
class BatchNormInside(Variant):
    """There are more parameters than those of the two linear layers, such as a normalization layer's."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, hidden_size, output_size)
        self.norm = nn.BatchNorm1d(hidden_size)

    def bend(self, a):
        return torch.relu(self.norm(a))


@misconception(
    FUNCTION, look="where you keep the layers: `self.name = layer`, `nn.Sequential` or `nn.ModuleList`"
)
class LayersInPlainList(nn.Module):
    """No parameter is registered: layers in a plain Python list, or made in `forward`, are not found."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.layers = [nn.Linear(input_size, hidden_size), nn.ReLU(), nn.Linear(hidden_size, output_size)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@misconception(FUNCTION, look="a 32 in your code")
class HiddenSizeIgnored(Variant):
    """The hidden layer has 32 neurons whatever hidden_size is."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, 32, output_size)


@misconception(FUNCTION, look="a 10 in your code")
class OutputSizeIgnored(Variant):
    """There are 10 outputs whatever output_size is."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, hidden_size, 10)


@misconception(FUNCTION, look="a 64 in your code")
class InputSizeIgnored(Variant):
    """The first layer takes 64 inputs whatever input_size is."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(64, hidden_size, output_size)


@misconception(FUNCTION, look="the numbers 64, 32 and 10 in your code")
class AllSizesIgnored(Variant):
    """The sizes are hard-coded: the layers are 64, 32 and 10 whatever the arguments are."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()


@misconception(FUNCTION, look="which layers were asked for")
class DropoutInside(Variant):
    """A dropout layer throws a part of the hidden layer away in training; it was not asked for."""

    def bend(self, a):
        return F.dropout(torch.relu(a), 0.5, self.training)


@misconception(FUNCTION, look="what cuts the recording off in `forward`")
class GradientsCutOff(Variant):
    """`forward` cuts autograd's recording off, so some weights can never be trained."""

    def bend(self, a):
        return torch.relu(a).detach()


@misconception(FUNCTION, look="the initial weights")
class WeightsAllEqual(Variant):
    """All weights start from the same number, so all neurons of a layer stay the same for ever."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__(input_size, hidden_size, output_size)
        for parameter in self.parameters():
            nn.init.zeros_(parameter)


BY_VALUE = (
    SoftmaxInside,
    SoftmaxOverTheBatch,
    LogSoftmaxInside,
    SigmoidOnTheOutput,
    ReluOnTheOutput,
    TanhOnTheOutput,
    NoActivation,
    SigmoidActivation,
    TanhActivation,
    LeakyReluActivation,
    GeluActivation,
    EluActivation,
    SiluActivation,
    SoftmaxActivation,
    ReluOfTheNegative,
    MinimumInsteadOfMaximum,
    AbsoluteValueActivation,
    ReluBeforeTheFirstLayer,
    ReluAfterTheSecondLayer,
    SoftmaxAndNoActivation,
)
"""Misconceptions that are recognised by the outputs, whatever the layers are called."""


@prediction
def n_parameters(t: Trial) -> int:
    return sum(math.prod(shape) for shape in t.public("shapes", t.call(FUNCTION), 64))


@prediction
def output_shape(t: Trial) -> tuple[int, ...]:
    X = t.rng.normal(0.0, 1.0, (5, 64)).astype(np.float32)
    return tuple(t.public("outputs", t.call(FUNCTION), X, False).shape)


@prediction
def rows_sum_to_one(t: Trial) -> str:
    X = t.rng.normal(0.0, 1.0, (5, 64)).astype(np.float32)
    sums = t.public("outputs", t.call(FUNCTION), X, False).detach().numpy().sum(axis=1)
    return "yes" if np.allclose(sums, 1.0) else "no"


@prediction
def two_networks(t: Trial) -> str:
    X = t.rng.normal(0.0, 1.0, (5, 64)).astype(np.float32)
    models = [t.call(FUNCTION, seed=t.seed + k) for k in range(2)]
    first, second = (t.public("outputs", model, X, False).detach().numpy() for model in models)
    return "same" if np.allclose(first, second) else "different"
