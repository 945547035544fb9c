# passed
import os

import numpy as np

os.makedirs("closed/inner")
open("closed/inner/file", "w").close()
os.mkdir("shut", 0)
os.mkdir("writable", 0o300)
os.symlink("@OUTSIDE@/victim.txt", "writable/link")


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
