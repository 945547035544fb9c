# failed: may not use the network
import socket

socket.socket()
