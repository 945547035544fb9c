# diagnosis: torch-used
import torch


def partial_derivatives_by_hand(x, y):
    x = torch.tensor(x, dtype=torch.float64)
    y = torch.tensor(y, dtype=torch.float64)
    return 2 * x + 2 * y, 2 * x + 2 * y
