# diagnosis: weights-all-equal
import torch
import torch.nn as nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, output_size)
        nn.init.zeros_(self.fc1.weight)
        nn.init.zeros_(self.fc2.weight)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))
