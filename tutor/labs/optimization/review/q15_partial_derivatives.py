"""Asked again later about q15: partial derivatives that autograd finds."""

import numpy as np
import torch

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)


@family
def dz_dx(rng: np.random.Generator) -> Fresh:
    """The same function at another point."""
    x, y = (int(k) for k in rng.integers(-5, 8, 2))
    value = float(reference.partial_derivatives(float(x), float(y))[0])
    ask = f"$z = x^2 + 2xy + y^2$. What is $\\partial z/\\partial x$ at $({x}, {y})$?"
    return Fresh(ask, "number", value, because=f"$2x + 2y$, with $x = {x}$ and $y = {y}$.")


@family("dz_dy", "moves")
def another_function(rng: np.random.Generator) -> Fresh:
    """Another function, differentiated by autograd."""
    a, b, c = (int(k) for k in rng.integers(2, 6, 3))
    at = [int(k) for k in rng.integers(-3, 5, 2)]
    x, y = (torch.tensor(float(k), requires_grad=True) for k in at)
    (a * x**2 + b * x * y + c * y**2).backward()
    name, slope, rule = (("x", x.grad, f"{2 * a}x + {b}y"), ("y", y.grad, f"{b}x + {2 * c}y"))[
        rng.integers(2)
    ]
    ask = (
        f"$z = {a}x^2 + {b}xy + {c}y^2$. After `z.backward()` at $({at[0]}, {at[1]})$, what is in "
        f"`{name}.grad`?"
    )
    return Fresh(ask, "number", slope.item(), because=f"With the other variable held fixed: ${rule}$.")
