# passed
import ctypes
import errno
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


library = os.open(np.__file__, os.O_RDONLY)
F_SETLEASE, F_NOTIFY, F_SETDELEG, F_WRLCK = 1024, 1026, 1040, 1
assert refused("fcntl", library, F_SETLEASE, F_WRLCK)
assert refused("fcntl", library, F_SETLEASE, 0)
assert refused("fcntl", os.open(os.path.dirname(np.__file__), os.O_RDONLY), F_NOTIFY, 2)
assert refused("fcntl", library, F_SETDELEG, bytes(16))


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
