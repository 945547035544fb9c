# failed: may not use the network
import socket


def sigmoid(z):
    return socket.getaddrinfo("localhost", 80)
