# timed_out: did not return
class Slow(Exception):
    def __str__(self):
        while True:
            pass


def sigmoid(z):
    raise Slow
