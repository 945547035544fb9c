# failed: may not
import asyncio


async def start():
    return await asyncio.create_subprocess_exec("sleep", "600")


def sigmoid(z):
    return asyncio.run(start())
