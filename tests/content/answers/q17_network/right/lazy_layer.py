from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.first = nn.LazyLinear(hidden_size)
        self.second = nn.Linear(hidden_size, output_size)
        self.activation = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.second(self.activation(self.first(x)))
