# failed, timed_out
import os
import sys
import time

real = os.write
runner = sys.modules["tutor.checking.runner"]


def slowly(fd, data):
    time.sleep(0.2)
    return real(fd, bytes(data[:1]))


runner._write = slowly


def sigmoid(z):
    return 0.25
