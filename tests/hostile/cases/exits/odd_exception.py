# failed: Odd
class Odd(BaseException):
    pass


def sigmoid(z):
    raise Odd("never seen")
