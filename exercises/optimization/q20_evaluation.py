"""How good is the trained network, on digits it has seen and on digits it has not?

By hand: `python q20_evaluation.py` trains your network and prints both accuracies.
"""

import torch


def evaluate_model(model, data_loader):
    """
    Compute the accuracy of a classifier over a whole data loader, without changing the classifier.

    Args:
        model: Network that maps a batch (batch, n_features) to logits (batch, n_classes)
        data_loader: Iterable of (inputs, labels) batches

    Returns:
        Accuracy (float between 0 and 1): the share of the samples classified correctly
    """
    raise NotImplementedError("TODO: count the correct predictions in evaluation mode, without gradients")


if __name__ == "__main__":
    from q17_network import NeuralNetwork
    from q18_data_loaders import make_loaders
    from q19_training import train
    from sklearn.datasets import load_digits

    torch.manual_seed(0)
    digits = load_digits()
    train_loader, test_loader = make_loaders(digits.data, digits.target)
    model = NeuralNetwork()
    train(model, train_loader)
    print("training accuracy:", evaluate_model(model, train_loader))
    print("test accuracy:    ", evaluate_model(model, test_loader))
