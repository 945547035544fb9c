# failed: crashed Python itself
import os


def sigmoid(z):
    os.abort()
