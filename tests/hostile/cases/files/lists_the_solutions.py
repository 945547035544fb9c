# failed: may not read
import os


def sigmoid(z):
    return len(os.listdir("@SOLUTIONS@"))
