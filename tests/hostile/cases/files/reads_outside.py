# failed: may not read
def sigmoid(z):
    return len(open("@OUTSIDE@/victim.txt").read())
