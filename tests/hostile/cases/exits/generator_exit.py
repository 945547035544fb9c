# failed: GeneratorExit
def sigmoid(z):
    raise GeneratorExit
