# failed: may not
import os


def sigmoid(z):
    os.link("@OUTSIDE@/victim.txt", "mine")
    open("mine", "w").write("changed")
