# failed: sigmoid
class Odd(Exception):
    def __str__(self):
        return str(self)


def sigmoid(z):
    raise Odd
