# failed: no `sigmoid`
if __name__ == "__main__":

    def sigmoid(z):
        return 0.5
