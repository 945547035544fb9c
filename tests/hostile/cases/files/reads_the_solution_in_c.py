# failed
import ctypes
import os

fd = ctypes.CDLL(None).open(b"@SOLUTION@", 0)
exec(os.read(fd, 10**6))
