# failed: crashed Python itself
import ctypes
import threading


def sigmoid(z):
    thread = threading.Thread(target=ctypes.string_at, args=(0,))
    thread.start()
    thread.join()
