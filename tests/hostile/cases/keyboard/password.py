# failed
import getpass


def sigmoid(z):
    return getpass.getpass()
