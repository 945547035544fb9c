# timed_out: did not return
import os
import signal


def sigmoid(z):
    os.kill(os.getpid(), signal.SIGSTOP)
