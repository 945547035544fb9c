import q08_gradient_descent as gd


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    rates = sorted(float(lr) for lr in learning_rates)
    histories = {}
    for i in range(len(rates)):
        result = gd.gradient_descent(X, y, rates[i], n_iterations, verbose=False)
        histories[rates[i]] = tuple(result[1])
    return histories
