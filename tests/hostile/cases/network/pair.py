# failed: may not use the network
import socket


def sigmoid(z):
    return len(socket.socketpair())
