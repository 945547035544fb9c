# failed: may not start programs
import os


def sigmoid(z):
    os.execv("/bin/sleep", ["sleep", "600"])
