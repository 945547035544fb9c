from torch import nn


class NeuralNetwork(nn.Module):
    def __init__(self, input_size=64, hidden_size=32, output_size=10):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, output_size)

    def hidden(self, x):
        a = self.fc1(x)
        return a * (a > 0)

    def predict(self, x):
        return self.forward(x).softmax(dim=1)

    def forward(self, x):
        return self.fc2(self.hidden(x))
