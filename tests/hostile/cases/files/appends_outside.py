# failed: may not write
def sigmoid(z):
    with open("@OUTSIDE@/victim.txt", "a") as file:
        file.write("changed")
