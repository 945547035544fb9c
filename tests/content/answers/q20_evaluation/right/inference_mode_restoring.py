import torch


def evaluate_model(model, data_loader):
    """Accuracy; the model comes back in the mode it came in."""
    was_training = model.training
    model.eval()
    with torch.inference_mode():
        hits = [(model(X).argmax(1) == y) for X, y in data_loader]
    model.train(was_training)
    return torch.cat(hits).float().mean().item()
