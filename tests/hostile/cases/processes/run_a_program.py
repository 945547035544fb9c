# failed: may not start programs; line 6
import subprocess


def sigmoid(z):
    return subprocess.run(["true"])
