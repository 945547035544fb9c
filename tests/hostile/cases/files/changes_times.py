# failed: may not
import os


def sigmoid(z):
    os.utime("@OUTSIDE@/victim.txt", (0, 0))
