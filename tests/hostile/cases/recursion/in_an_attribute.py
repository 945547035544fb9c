# failed: RecursionError
class Odd:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def sigmoid(z):
    return Odd().value
