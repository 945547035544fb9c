# failed
def sigmoid(z):
    print("\x1b[2J\x1b[H\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://localhost\x1b\\link")
    return 0.25
