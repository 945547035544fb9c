# failed
from q99_nowhere import sigmoid
