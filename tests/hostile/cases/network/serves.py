# failed: may not use the network
import http.server


def sigmoid(z):
    http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
