# failed
def sigmoid(z):
    print("a\bb\rc\x00d\x7fe\x9bf\x85g\u202eh\u2066i\x0ej")
    return 0.25
