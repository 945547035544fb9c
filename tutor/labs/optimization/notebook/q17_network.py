"""The network and the shape of what it returns."""

import torch
from q17_network import NeuralNetwork

network = NeuralNetwork(input_size=64, hidden_size=32, output_size=10)
print(network)
print("Output shape:", tuple(network(torch.randn(5, 64)).shape))
