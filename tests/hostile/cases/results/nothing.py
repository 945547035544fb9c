# failed: returned None; return
def sigmoid(z):
    0.5
