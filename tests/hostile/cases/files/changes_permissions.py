# failed: may not
import os


def sigmoid(z):
    os.chmod("@OUTSIDE@/victim.txt", 0)
