# failed
def sigmoid(z):
    print("[bold red]x[/] [link=file:///]y[/link] [/nothing] [@click=app.quit]z[/]")
    return 0.25
