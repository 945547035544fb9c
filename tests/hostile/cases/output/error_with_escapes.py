# failed: ValueError
def sigmoid(z):
    raise ValueError("\x1b[2J\x1b]0;title\x07 [bold]x[/bold] \r\n\x9b1m \u202e")
