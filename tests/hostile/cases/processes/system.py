# failed: may not start programs
import os


def sigmoid(z):
    return os.system("sleep 600 &")
