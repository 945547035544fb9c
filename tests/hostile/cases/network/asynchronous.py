# failed: may not use the network
import asyncio


async def connect():
    await asyncio.open_connection("127.0.0.1", 80)


def sigmoid(z):
    asyncio.run(connect())
