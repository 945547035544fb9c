# failed: object of type
class Bomb:
    def __reduce__(self):
        return (open, ("@OUTSIDE@/victim.txt", "w"))

    def __del__(self):
        print("gone")


def sigmoid(z):
    return Bomb()
