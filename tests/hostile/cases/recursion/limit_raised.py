# failed, timed_out
import sys

sys.setrecursionlimit(10**9)


def sigmoid(z):
    return sigmoid(z)
