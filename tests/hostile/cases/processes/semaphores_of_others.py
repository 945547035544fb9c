# passed
import ctypes
import errno

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


assert refused("semget", 1, 1, 0)
assert all(refused("semop", number, bytes(6), 1) for number in range(64))
assert all(refused("semtimedop", number, bytes(6), 1, None) for number in range(64))
assert all(refused("semctl", number, 0, command) for number in range(64) for command in (0, 12, 16))


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
