"""Understands what a learner types as a prediction, and compares it with the actual value.

A wrong form ("twelve", for a shape) is explained, never scored.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from tutor.model import Option, Prediction
from tutor.records import record

Value = float | tuple[int, ...] | str
"""What an answer means: a number, a shape, an option's key or a text."""


@record
class Misread:
    """The answer has a form that means nothing here."""

    sentence: str
    """What was expected, with an example; for the learner."""


_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "ln": math.log,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "abs": abs,
}
_CONSTANTS = {"e": math.e, "pi": math.pi, "inf": math.inf, "infinity": math.inf, "nan": math.nan}
_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.Pow: lambda a, b: float(a**b) if abs(b) <= 64 and abs(a) <= 1e4 else math.pow(a, b),
}
_SYMBOLS = str.maketrans(
    {"−": "-", "–": "-", "×": "*", "·": "*", "∞": "inf", "π": "pi", "^": "**", "≈": None}
)
_BARE_FUNCTION = re.compile(r"\b(ln|log2|log10|log|exp|sqrt)\s+(\d+(?:\.\d+)?|e|pi)\b")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ _\u202f\u00a0]\d{3})+")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_SHAPE_WORDS = re.compile(r"^(?:(?:torch\.)?size|shape)\b|[()\[\]{}]", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[,;x×*]\s*|\s+by\s+|\s+")


def understand(prediction: Prediction, text: str) -> Value | Misread:
    """The meaning of what was typed, or what was expected instead."""
    text = text.strip()
    if not text:
        return Misread("Write an answer first, even a guess; or skip the question.")
    if prediction.kind == "number":
        return _number(text)
    if prediction.kind == "shape":
        return _shape(text)
    if prediction.kind == "text":
        return text
    return _choice(text, prediction.options)


def matches(prediction: Prediction, value: Value, actual: Any) -> bool:
    """Whether an understood answer is right: numbers within the tolerance, texts up to spaces and quotes."""
    if prediction.kind == "number":
        return _close(value, actual, prediction.tolerance)
    if prediction.kind == "shape":
        return isinstance(value, tuple) and isinstance(actual, list | tuple) and value == tuple(actual)
    if prediction.kind == "text":
        return _plain(str(value)) == _plain(str(actual))
    return value == str(actual)


def show(prediction: Prediction, value: Any) -> str:
    """A value in the words a learner would use: `(288, 64)`, `0.6931`, the text of an option."""
    if prediction.kind in ("choice", "curve"):
        return next((option.text for option in prediction.options if option.key == value), str(value))
    if prediction.kind == "shape" and isinstance(value, list | tuple):
        return f"({', '.join(str(n) for n in value)}{',' if len(value) == 1 else ''})"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.4g}"
    if isinstance(value, float) and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _close(value: Value, actual: Any, tolerance: float) -> bool:
    if not isinstance(value, int | float) or not isinstance(actual, int | float):
        return False
    if math.isnan(value) or math.isnan(actual):
        return math.isnan(value) and math.isnan(actual)
    if math.isinf(value) or math.isinf(actual):
        return value == actual
    # A hair more than the tolerance, so that 1 % of 0.693 does not turn on the last bit.
    return abs(value - actual) <= tolerance * (abs(actual) or 1.0) * (1 + 1e-9)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).strip("'\"`").replace("'", '"').casefold()


def _number(text: str) -> float | Misread:
    expected = Misread(
        f"“{text[:40]}” is not a number I can read; write one such as 0.25, 1e-3, 2/3, ln 3 or -1."
    )
    cleaned = text.casefold().translate(_SYMBOLS).strip()
    if _THOUSANDS.fullmatch(cleaned):
        cleaned = re.sub(r"\D", "", cleaned)
    if _DECIMAL_COMMA.fullmatch(cleaned):
        cleaned = cleaned.replace(",", ".")
    percent = cleaned.endswith("%")
    cleaned = _BARE_FUNCTION.sub(r"\1(\2)", cleaned.removesuffix("%"))
    if len(cleaned) > 80:
        return expected
    try:
        value = _evaluate(ast.parse(cleaned.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return expected
    return value / 100 if percent else value


def _evaluate(node: ast.expr) -> float:
    """The value of an arithmetic expression, or ValueError; nothing else is ever run."""
    match node:
        case ast.Constant(value=bool()):
            raise ValueError
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name) if name in _CONSTANTS:
            return _CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _evaluate(operand)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return float(_OPERATORS[type(operator)](_evaluate(left), _evaluate(right)))
        case ast.Call(func=func, args=[argument], keywords=[]):
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            if name in _FUNCTIONS:
                return float(_FUNCTIONS[name](_evaluate(argument)))
    raise ValueError


def _shape(text: str) -> tuple[int, ...] | Misread:
    bare = _SHAPE_WORDS.sub(" ", text).strip().strip(",").strip()
    if not bare and re.search(r"\(\s*\)|\[\s*\]", text):
        return ()
    pieces = [piece for piece in _SEPARATORS.split(bare) if piece]
    if not pieces or not all(re.fullmatch(r"\d{1,12}", piece) for piece in pieces):
        return Misread(
            f"“{text[:40]}” is not a shape; write the sizes in order, such as (120, 5), "
            "or (64,) for a vector."
        )
    return tuple(int(piece) for piece in pieces)


def _choice(text: str, options: Sequence[Option]) -> str | Misread:
    """An option's key: by key, by place (1, 2, …), by letter (a, b, …) or by the start of its text."""
    wanted = text.casefold().strip(".() ")
    for option in options:
        if wanted in (option.key.casefold(), option.text.casefold()):
            return option.key
    if re.fullmatch(r"[1-9]", wanted) and int(wanted) <= len(options):
        return options[int(wanted) - 1].key
    if re.fullmatch(r"[a-z]", wanted) and ord(wanted) - ord("a") < len(options):
        return options[ord(wanted) - ord("a")].key
    starts = [option.key for option in options if option.text.casefold().startswith(wanted)]
    if len(starts) == 1:
        return starts[0]
    return Misread(f"“{text[:40]}” is none of the answers; write its number, 1 to {len(options)}.")
