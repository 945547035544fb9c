# failed: may not start programs
import subprocess

subprocess.Popen("sleep 600 &", shell=True)


def sigmoid(z):
    return 0.25
