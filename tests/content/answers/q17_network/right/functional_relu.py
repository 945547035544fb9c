import torch.nn.functional as F
from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        nn.Module.__init__(self)
        self.hidden = nn.Linear(in_features=input_size, out_features=hidden_size)
        self.out = nn.Linear(in_features=hidden_size, out_features=output_size)

    def forward(self, x):
        h = F.relu(self.hidden(x))
        logits = self.out(h)
        return logits
