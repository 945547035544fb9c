# failed: crashed Python itself
import ctypes

ctypes.string_at(0)
