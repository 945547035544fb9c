# failed: may not write
import os


def sigmoid(z):
    os.symlink("@OUTSIDE@", "there")
    open("there/new.txt", "w").write("changed")
