# failed: num_workers=0 or n_jobs=1
import multiprocessing


def sigmoid(z):
    with multiprocessing.Pool(4) as pool:
        return pool.map(abs, [1, 2])
