import torch
from torch import nn


class NeuralNetwork(nn.Module):
    """64-32-10 with Xavier weights."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.input_size = input_size
        self.l1 = nn.Linear(input_size, hidden_size)
        self.l2 = nn.Linear(hidden_size, output_size)
        for layer in (self.l1, self.l2):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        x = x.view(-1, self.input_size)
        return self.l2(torch.relu(self.l1(x)))


if __name__ == "__main__":
    net = NeuralNetwork()
    print(sum(p.numel() for p in net.parameters()))
