import torch


@torch.no_grad()
def evaluate_model(model, data_loader) -> float:
    model.eval()
    n_right = n = 0
    for inputs, targets in data_loader:
        probabilities = torch.softmax(model(inputs), dim=-1)
        n_right += int(torch.sum(torch.argmax(probabilities, dim=-1) == targets))
        n += targets.shape[0]
    model.train()
    print(f"accuracy: {n_right / n:.2%}")
    return n_right / n
