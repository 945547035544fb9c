# failed: may not use the network; line 6
import socket


def sigmoid(z):
    socket.create_connection(("127.0.0.1", 80))
