# failed
import sys

sys.path.insert(0, "@SOLUTIONS@")
import @SLUG@

sigmoid = @SLUG@.sigmoid
