# remark: ready-made
from sklearn.preprocessing import StandardScaler


def normalize(X_train, X_test):
    """Fit on the training set, transform both."""
    scaler = StandardScaler()
    X_train_norm = scaler.fit_transform(X_train)
    X_test_norm = scaler.transform(X_test)
    return X_train_norm, X_test_norm
