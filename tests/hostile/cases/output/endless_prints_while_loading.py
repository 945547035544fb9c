# failed, timed_out: printed more than
while True:
    print("x" * 1000)
