"""Asked again later about q14: what autograd leaves behind."""

import numpy as np
import torch

from tutor.checking.author import Fresh, choices, family


@family
def x_grad(rng: np.random.Generator) -> Fresh:
    """Another power, another point."""
    at, power = int(rng.choice([-2, -1, 1, 2, 3])), int(rng.integers(2, 5))
    x = torch.tensor([float(at)], requires_grad=True)
    (x**power).backward()
    ask = (
        f"`x = torch.tensor([{at}.0], requires_grad=True)`, then `y = x**{power}` and "
        "`y.backward()`. Which number is in `x.grad`?"
    )
    return Fresh(
        ask, "number", x.grad.item(), because=f"The derivative is ${power}x^{{{power - 1}}}$, at $x = {at}$."
    )


@family
def second_backward(rng: np.random.Generator) -> Fresh:
    """More passes, with or without somebody who zeroes."""
    at, passes, zeroed = int(rng.integers(1, 5)), int(rng.integers(2, 5)), bool(rng.integers(2))
    x = torch.tensor([float(at)], requires_grad=True)
    for k in range(passes):
        if zeroed and k:
            x.grad.zero_()
        (x**2).backward()
    cure = ", with `x.grad.zero_()` between the passes" if zeroed else ""
    ask = (
        f"`x = torch.tensor([{at}.0], requires_grad=True)`. The two lines `y = x**2` and `y.backward()` run "
        f"{passes} times{cure}. Which number is in `x.grad`?"
    )
    after = "zeroing forgets what was there" if zeroed else "nobody zeroed"
    because = f"One pass contributes {2 * at}, and `backward` adds; {after}."
    return Fresh(ask, "number", x.grad.item(), because=because)


@family("x_flag", "d_flag")
def y_flag(rng: np.random.Generator) -> Fresh:
    """Whose results are recorded."""
    a = torch.tensor([1.0], requires_grad=bool(rng.integers(2)))
    b = torch.tensor([2.0], requires_grad=bool(rng.integers(2)))
    code, result = (
        ("a * b", lambda: a * b),
        ("a.detach() + b", lambda: a.detach() + b),
        ("(a + b).detach()", lambda: (a + b).detach()),
    )[rng.integers(3)]
    ask = (
        f"`a` has `requires_grad={a.requires_grad}` and `b` has `requires_grad={b.requires_grad}`. "
        f"What does `({code}).requires_grad` print?"
    )
    answer = str(result().requires_grad).lower()
    options = choices(true="True", false="False")
    because = "One ingredient that asks for a gradient is enough; `detach` cuts the way back."
    return Fresh(ask, "choice", answer, options, because=because)
