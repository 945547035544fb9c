# failed
def __getattr__(name):
    raise SystemExit(name)
