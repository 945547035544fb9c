import torch
import torch.nn as nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super(NeuralNetwork, self).__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)  # Input to hidden
        self.fc2 = nn.Linear(hidden_size, output_size)  # Hidden to output
        self.relu = nn.ReLU()  # Activation function

    def forward(self, x):
        x = self.fc1(x)
        x = self.relu(x)
        x = self.fc2(x)
        return x


model = NeuralNetwork(input_size=64, hidden_size=32, output_size=10)
print(model)
x_test = torch.randn(5, 64)
print(model(x_test).shape)
