# timed_out: did not return
import re


def sigmoid(z):
    return re.match(r"(a+)+$", "a" * 60 + "b")
