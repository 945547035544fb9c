# failed: ModuleNotFoundError
import no_such_library


def sigmoid(z):
    return 0.5
