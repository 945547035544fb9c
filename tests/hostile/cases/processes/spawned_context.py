# failed: may not start
import multiprocessing


def sigmoid(z):
    process = multiprocessing.get_context("spawn").Process(target=abs, args=(1,))
    process.start()
    return 0.25
