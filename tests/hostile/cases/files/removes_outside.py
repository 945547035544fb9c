# failed: may not
import os


def sigmoid(z):
    os.remove("@OUTSIDE@/victim.txt")
