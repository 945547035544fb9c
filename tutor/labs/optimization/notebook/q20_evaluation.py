"""Accuracy of a trained network, on digits it has seen and on digits it has not, and what it takes for what."""

import numpy as np
import torch
from matplotlib import pyplot as plt
from q17_network import NeuralNetwork
from q18_data_loaders import make_loaders
from q19_training import train
from q20_evaluation import evaluate_model
from sklearn.datasets import load_digits

digits = load_digits()
train_loader, test_loader = make_loaders(digits.data, digits.target)
network = NeuralNetwork()
train_losses = train(network, train_loader, n_epochs=30)
print(f"training accuracy {evaluate_model(network, train_loader):.3f}")
print(f"test accuracy     {evaluate_model(network, test_loader):.3f}")

confusion = np.zeros((10, 10), dtype=int)
with torch.no_grad():
    for images, labels in test_loader:
        np.add.at(confusion, (labels.numpy(), network(images).argmax(dim=1).numpy()), 1)

plt.figure(figsize=(5, 5))
plt.imshow(confusion, cmap="Blues")
for row, counts in enumerate(confusion):
    for column, count in enumerate(counts):
        plt.text(column, row, count or "", ha="center", va="center")
plt.xticks(range(10))
plt.yticks(range(10))
plt.xlabel("read as")
plt.ylabel("true digit")
plt.show()
