# failed, timed_out
kept = []
while True:
    kept.append(bytearray(b"x") * 10**7)
