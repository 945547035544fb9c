# failed: may not use the network
import urllib.request


def sigmoid(z):
    return urllib.request.urlopen("http://localhost/").read()
