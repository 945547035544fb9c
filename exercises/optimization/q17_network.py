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
        raise NotImplementedError("TODO: start nn.Module, then create the two linear layers")

    def forward(self, x):
        """
        Compute the logits of a batch.

        Args:
            x: Input tensor (batch_size, input_size)

        Returns:
            Logits (batch_size, output_size): one score per class, before any softmax
        """
        raise NotImplementedError("TODO: send x through the layers and return the logits")


if __name__ == "__main__":
    network = NeuralNetwork()
    print(network)
    batch = torch.randn(5, 64)
    print("input: ", batch.shape)
    print("output:", network(batch).shape)
