# failed, timed_out
def sigmoid(z):
    text = "x"
    while True:
        text += text
