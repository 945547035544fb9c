# failed
import numpy as np

exec(bytes(np.memmap("@SOLUTION@", mode="r")))
