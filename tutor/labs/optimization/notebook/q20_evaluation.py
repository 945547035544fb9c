"""Accuracy of a trained network, on digits it has seen and on digits it has not."""

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
