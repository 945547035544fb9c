# failed
import types


def sigmoid(z):
    code = sigmoid.__code__.replace(co_code=b"\xff\x00" * 50, co_stacksize=1)
    return types.FunctionType(code, {})(1)
