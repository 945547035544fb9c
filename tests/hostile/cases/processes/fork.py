# failed: may not start processes; line 6
import os


def sigmoid(z):
    return os.fork()
