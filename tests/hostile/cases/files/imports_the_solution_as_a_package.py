# failed
from solutions.@LAB@.@SLUG@ import sigmoid
