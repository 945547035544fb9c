# failed: needs `sigmoid`
globals()["\x1b[2J sigmoi"] = abs
globals()["[bold]sigmoidx"] = abs
