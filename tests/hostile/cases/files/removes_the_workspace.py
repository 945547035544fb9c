# failed: may not
import shutil


def sigmoid(z):
    shutil.rmtree("@WORKSPACE@")
