# passed
import ctypes
import errno

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


assert refused("msgget", 1, 0)
assert all(refused("msgsnd", number, b"\1" + bytes(15), 4, 0o4000) for number in range(64))
assert all(refused("msgrcv", number, ctypes.create_string_buffer(64), 4, 0, 0o4000) for number in range(64))
assert all(refused("msgctl", number, command, bytes(256)) for number in range(64) for command in (0, 1, 2))


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
