# failed: may not write
def sigmoid(z):
    open("@WORKSPACE@/exercises/@LAB@/@SLUG@.py", "w").write("def sigmoid(z): return 1")
