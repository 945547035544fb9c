# passed
import ctypes
import errno

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def refused(name, *arguments):
    return getattr(libc, name)(*arguments) == -1 and ctypes.get_errno() in (errno.EPERM, errno.EACCES)


assert refused("mq_open", b"/queue", 0)
assert refused("mq_unlink", b"/queue")


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
