# diagnosis: layers-in-plain-list
import torch.nn as nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.sizes = input_size, hidden_size, output_size

    def forward(self, x):
        n, h, k = self.sizes
        return nn.Linear(h, k)(nn.ReLU()(nn.Linear(n, h)(x)))
