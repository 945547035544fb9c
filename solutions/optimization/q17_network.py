"""A network with one hidden layer, as a class.

By hand: `python q17_network.py` prints the network and what it makes of five random inputs.
"""

import torch
from torch import nn


class NeuralNetwork(nn.Module):
    """Linear layer, ReLU, linear layer: from pixels to one logit per digit."""

    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        """
        Create the layers.

        Args:
            input_size: Number of input features
            hidden_size: Number of neurons in the hidden layer
            output_size: Number of classes
        """
        ### BEGIN SOLUTION start nn.Module, then create the two linear layers
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, output_size)
        ### END SOLUTION

    def forward(self, x):
        """
        Compute the logits of a batch.

        Args:
            x: Input tensor (batch_size, input_size)

        Returns:
            Logits (batch_size, output_size): one score per class, before any softmax
        """
        ### BEGIN SOLUTION send x through the layers and return the logits
        return self.fc2(self.relu(self.fc1(x)))
        ### END SOLUTION


if __name__ == "__main__":
    network = NeuralNetwork()
    print(network)
    batch = torch.randn(5, 64)
    print("input: ", batch.shape)
    print("output:", network(batch).shape)
