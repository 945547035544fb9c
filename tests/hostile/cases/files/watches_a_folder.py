# passed
import ctypes
import errno

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


assert refused("inotify_init")
assert refused("inotify_init1", 0)
assert refused("inotify_add_watch", 0, b"@WORKSPACE@", 0xFFF)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
