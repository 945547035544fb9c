# failed: may not write
from pathlib import Path


def sigmoid(z):
    Path("@OUTSIDE@/new.txt").touch()
