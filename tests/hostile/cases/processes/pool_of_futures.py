# failed: may not start processes
from concurrent.futures import ProcessPoolExecutor


def sigmoid(z):
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(abs, [1, 2]))
