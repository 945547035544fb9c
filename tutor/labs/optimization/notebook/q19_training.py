"""The training loss, epoch by epoch."""

import torch
from matplotlib import pyplot as plt
from q17_network import NeuralNetwork
from q18_data_loaders import make_loaders
from q19_training import train
from sklearn.datasets import load_digits

torch.set_num_threads(1)  # so small a network is quicker on one
torch.manual_seed(0)
digits = load_digits()
train_loader, test_loader = make_loaders(digits.data, digits.target)
network = NeuralNetwork()
train_losses = train(network, train_loader)

plt.figure(figsize=(10, 5))
plt.plot(train_losses)
plt.xlabel("Epoch")
plt.ylabel("Loss")
plt.title("Training Loss")
plt.grid(True)
plt.show()
