# failed
import os

os.symlink("@SOLUTION@", "solution.py")
exec(open("solution.py").read())
