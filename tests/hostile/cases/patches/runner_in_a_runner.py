# failed
from tutor.checking import zygote


def sigmoid(z):
    zygote.Zygote(None, None).serve()
