# failed: may not start programs
import os


def sigmoid(z):
    return os.posix_spawn("/bin/sleep", ["sleep", "600"], {})
