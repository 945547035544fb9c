# failed: may not read
import glob
import os


def sigmoid(z):
    return len(os.listdir("@OUTSIDE@")) + len(glob.glob("@OUTSIDE@/*"))
