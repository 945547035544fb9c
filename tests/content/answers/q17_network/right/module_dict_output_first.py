import torch
from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size: int = 64, hidden_size: int = 32, output_size: int = 10) -> None:
        super().__init__()
        self.parts = nn.ModuleDict(
            {"output": nn.Linear(hidden_size, output_size), "hidden": nn.Linear(input_size, hidden_size)}
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        a = self.parts["hidden"](x)
        return self.parts["output"](torch.maximum(a, torch.zeros_like(a)))
