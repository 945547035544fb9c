# failed: printed more than
import sys


def sigmoid(z):
    while True:
        sys.stderr.write("x" * 1000)
