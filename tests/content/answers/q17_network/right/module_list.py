from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(input_size, hidden_size), nn.Linear(hidden_size, output_size)])

    def forward(self, x):
        for k, layer in enumerate(self.layers):
            x = layer(x)
            if k == 0:
                x = x.relu()
        return x
