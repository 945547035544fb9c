# failed: no `sigmoid`
def another(z):
    return 0.5
