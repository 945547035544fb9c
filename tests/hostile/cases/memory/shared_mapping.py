# failed: memory
import mmap


def sigmoid(z):
    return len(mmap.mmap(-1, 10**11))
