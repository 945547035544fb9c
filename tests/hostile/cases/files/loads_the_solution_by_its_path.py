# failed
from importlib.machinery import SourceFileLoader

sigmoid = SourceFileLoader("solution", "@SOLUTION@").load_module().sigmoid
