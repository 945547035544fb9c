# failed
from multiprocessing import shared_memory


def sigmoid(z):
    return shared_memory.SharedMemory(create=True, size=1000, name="@MARK@").size
