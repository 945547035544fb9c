# failed
import ctypes


def sigmoid(z):
    return ctypes.CDLL(None).fork()
