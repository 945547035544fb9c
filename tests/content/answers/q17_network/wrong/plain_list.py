# diagnosis: layers-in-plain-list
import torch.nn as nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.layers = [nn.Linear(input_size, hidden_size), nn.ReLU(), nn.Linear(hidden_size, output_size)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
