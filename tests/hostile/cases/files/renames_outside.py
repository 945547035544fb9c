# failed: may not
import os


def sigmoid(z):
    os.rename("@OUTSIDE@/victim.txt", "@OUTSIDE@/other.txt")
