# failed: ValueError
import sys


def sigmoid(z):
    return float(sys.stdin.read())
