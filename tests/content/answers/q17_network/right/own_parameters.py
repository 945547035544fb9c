import math

import torch
from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.W1 = nn.Parameter(torch.randn(input_size, hidden_size) / math.sqrt(input_size))
        self.b1 = nn.Parameter(torch.zeros(hidden_size))
        self.W2 = nn.Parameter(torch.randn(hidden_size, output_size) / math.sqrt(hidden_size))
        self.b2 = nn.Parameter(torch.zeros(1, output_size))

    def forward(self, x):
        h = torch.clamp(x @ self.W1 + self.b1, min=0)
        return h @ self.W2 + self.b2
