# timed_out: loading the file took more than
while True:
    pass
