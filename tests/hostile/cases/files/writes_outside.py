# failed: may not write; line 3
def sigmoid(z):
    open("@OUTSIDE@/victim.txt", "w").write("changed")
    return 0.25
