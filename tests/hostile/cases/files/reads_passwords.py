# failed: may not read
def sigmoid(z):
    return len(open("/etc/passwd").read())
