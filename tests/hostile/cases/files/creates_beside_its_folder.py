# failed: may not write
from pathlib import Path


def sigmoid(z):
    Path("../escaped.txt").write_text("x")
