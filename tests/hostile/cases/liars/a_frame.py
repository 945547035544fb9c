# failed
import sys


def sigmoid(z):
    return sys._getframe()
