# timed_out: did not return
import time


def sigmoid(z):
    time.sleep(1e6)
