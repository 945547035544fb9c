# failed: may not write
def sigmoid(z):
    open("/dev/shm/@MARK@", "w").write("x")
