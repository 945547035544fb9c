# diagnosis: statistics-of-the-test-set
from sklearn.preprocessing import StandardScaler


def normalize(X_train, X_test):
    scaler = StandardScaler()
    return scaler.fit_transform(X_train), scaler.fit_transform(X_test)
