# timed_out, failed
class Endless(list):
    def __iter__(self):
        while True:
            yield 0.5


def sigmoid(z):
    value = []
    for _ in range(30):
        value = [value] * 1000
    return value
