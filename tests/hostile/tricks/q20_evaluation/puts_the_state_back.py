# trick: evaluates in training mode, and puts back what that changed
# says: you return
import copy

import torch


def evaluate_model(model, data_loader):
    before = copy.deepcopy(model.state_dict())
    right = samples = 0
    with torch.no_grad():
        for inputs, labels in data_loader:
            right += (model(inputs).argmax(1) == labels).sum().item()
            samples += len(labels)
    model.load_state_dict(before)
    return right / samples
