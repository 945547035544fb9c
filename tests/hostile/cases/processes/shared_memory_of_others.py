# passed
import ctypes
import errno

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


libc.shmat.restype = ctypes.c_ssize_t
assert refused("shmget", 1, 4096, 0)
assert all(refused("shmat", number, None, 0) for number in range(64))
assert all(refused("shmctl", number, command, bytes(256)) for number in range(64) for command in (0, 1, 2))


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
