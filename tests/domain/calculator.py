"""A pocket calculator: works out what an account says from its text alone, digit by digit."""

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

DAY = re.compile(r"\d{4}-\d\d-\d\d")
REMARK = re.compile(r" \([a-z][^()]*\)")
"""Words in brackets, such as “(skipped)”."""

OPERATIONS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


class Range(NamedTuple):
    """What a number may be, given how many of its digits were printed."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether both may be the same number."""
        return self.low <= other.high + 1e-9 and other.low <= self.high + 1e-9


def typed(text: str) -> str:
    """What one types: days as numbers, signs instead of “x” and “^”, no words."""
    numbers = DAY.sub(lambda found: str(date.fromisoformat(found[0]).toordinal()), REMARK.sub("", text))
    return re.sub(r" days?", "", numbers).replace(" x ", " * ").replace("^", "**")


def worked(text: str) -> float:
    """The result of the text as it is printed."""
    return value_of(ast.parse(typed(text), mode="eval").body)


def value_of(node: ast.expr) -> float:
    """The value of one part of what was typed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.UnaryOp):
        sign = -1 if isinstance(node.op, ast.USub) else 1
        return sign * value_of(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sqrt":
        return math.sqrt(value_of(node.args[0]))
    if isinstance(node, ast.BinOp):
        return OPERATIONS[type(node.op)](value_of(node.left), value_of(node.right))
    raise ValueError(ast.unparse(node))


def within(text: str, rounded: str) -> Range:
    """The result, every number that `rounded` matches being anything that is printed like that."""
    results = [worked(reading) for reading in readings(text, re.compile(rounded))]
    return Range(min(results), max(results))


def readings(text: str, rounded: re.Pattern[str]) -> Iterator[str]:
    """The text with each rounded number as the least and as the most that it may stand for."""
    parts = rounded.split(text)
    for chosen in product(*(edges(number) for number in rounded.findall(text))):
        yield "".join(part + number for part, number in zip(parts, (*chosen, ""), strict=True))


def edges(number: str) -> tuple[str, str]:
    """The least and the most that is printed like this."""
    half = 0.5 * 10 ** -len(number.partition(".")[2])
    return f"{max(0.0, float(number) - half):.9f}", f"{float(number) + half:.9f}"


def printed(value: str) -> Range:
    """What a value such as “0.67”, “63%” or “every 8.5 days” may stand for."""
    found = re.search(r"(-?)(\d+(?:\.\d+)?)(%?)", value)
    assert found
    sign, number, percent = found.groups()
    low, high = (float(edge) / (100 if percent else 1) for edge in edges(number))
    return Range(-high, -low) if sign else Range(low, high)
