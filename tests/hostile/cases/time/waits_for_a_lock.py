# timed_out: did not return
import threading

lock = threading.Lock()


def sigmoid(z):
    lock.acquire()
    lock.acquire()
