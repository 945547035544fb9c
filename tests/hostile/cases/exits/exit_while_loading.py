# failed: ends the program; line 4
import sys

sys.exit(0)
