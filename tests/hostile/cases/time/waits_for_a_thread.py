# timed_out: did not return
import threading
import time


def sigmoid(z):
    thread = threading.Thread(target=time.sleep, args=(1e6,))
    thread.start()
    thread.join()
