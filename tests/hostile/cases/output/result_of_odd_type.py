# failed: object of type
def sigmoid(z):
    return type("\x1b[2J[bold]Odd", (), {"__module__": "\x1b[31m"})()
