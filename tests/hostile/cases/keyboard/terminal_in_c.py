# failed
import ctypes


def sigmoid(z):
    return ctypes.CDLL(None).open(b"/dev/tty", 2)
