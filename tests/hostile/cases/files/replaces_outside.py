# failed: may not
import os


def sigmoid(z):
    open("mine", "w").write("changed")
    os.replace("mine", "@OUTSIDE@/victim.txt")
