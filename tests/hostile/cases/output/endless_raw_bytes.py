# failed: printed more than
import os


def sigmoid(z):
    while True:
        os.write(1, b"\xff" * 1000)
