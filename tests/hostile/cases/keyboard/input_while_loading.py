# failed: no keyboard input
name = input()


def sigmoid(z):
    return 0.25
