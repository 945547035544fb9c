from scipy.special import expit


def compute_gradient(X, y, w):
    return X.T.dot(expit(X.dot(w)) - y) / y.shape[0]
