# failed
import webbrowser


def sigmoid(z):
    return webbrowser.open("http://localhost")
