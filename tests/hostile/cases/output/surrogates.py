# failed
def sigmoid(z):
    print("\udcff\ud800")
    return 0.25
