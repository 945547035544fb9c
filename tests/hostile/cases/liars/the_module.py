# failed: module
import sys


def sigmoid(z):
    return sys
