# failed: may not write
def sigmoid(z):
    open("/dev/shm/escaped", "w").write("x")
