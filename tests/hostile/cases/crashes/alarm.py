# failed, timed_out: SIGALRM
import signal
import time


def sigmoid(z):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    time.sleep(1e6)
