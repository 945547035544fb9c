# timed_out: did not return
import os


def sigmoid(z):
    os.mkfifo("pipe")
    return open("pipe").read()
