# failed: may not write
import os


def sigmoid(z):
    os.symlink("@OUTSIDE@/victim.txt", "mine")
    open("mine", "w").write("changed")
