# failed: coroutine
async def sigmoid(z):
    return 0.5
