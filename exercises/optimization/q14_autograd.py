"""Tensors and autograd: a script to predict, run, change and run again.

By hand: `python q14_autograd.py`. Every line it prints carries a label, so that you can set it against
what you predicted. Change a number, save, and look at what moves.
"""

import torch

# A tensor is an array with a shape and a dtype, as in NumPy ...
v = torch.tensor([1.0, 2.0, 3.0])
print(f"v: {v}")
print(f"v.shape: {v.shape}")
print(f"v.dtype: {v.dtype}")

# ... and, on request, with a memory of the operations it goes through.
x = torch.tensor([2.0], requires_grad=True)
print(f"x: {x}")
print(f"x.requires_grad: {x.requires_grad}")

y = x**2
print(f"y: {y}")
print(f"y.requires_grad: {y.requires_grad}")
print(f"y.grad_fn: {y.grad_fn}")  # the operation that made y
print(f"x.grad before backward: {x.grad}")

y.backward()  # walks back from y to x and leaves dy/dx in x.grad
print(f"x.grad: {x.grad}")

# The same square of a tensor that asked for nothing.
c = torch.tensor([2.0], requires_grad=False)
d = c**2
print(f"d.requires_grad: {d.requires_grad}")
try:
    d.backward()
    print("d.backward(): done")
except RuntimeError as error:
    print(f"d.backward(): RuntimeError, {error}")

# A second pass back to the same x, from a new y.
y = x**2
y.backward()
print(f"x.grad after a second backward: {x.grad}")
