# diagnosis: layer-not-applied
import torch.nn as nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, output_size)

    def forward(self, x):
        return self.fc2(nn.ReLU(self.fc1(x)))
