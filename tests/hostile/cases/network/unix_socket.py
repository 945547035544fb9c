# failed: may not use the network
import socket


def sigmoid(z):
    socket.socket(socket.AF_UNIX).bind("here")
