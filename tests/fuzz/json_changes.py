"""Changes of JSON that leave it JSON, so that a fuzzer gets past the parser: other values, missing and doubled ones."""

import json
from random import Random
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**30, -(10**30), 1e308, "", " ", "0", "-1", "\0", "\ud800", "\u202e", "x" * 300,
    "2026-02-30", "9999-12-31", "0001-01-01", "--02-29", "2026-11-21T25:61:61Z", "2026-11-21T09:30:00+99:99",
    [], {}, [[]], [None], {"": None}, {"a": {"a": {"a": []}}},
)  # fmt: skip
"""Values that no field expects, or that only look like those it does."""


def changed_json(data: bytes, dice: Random) -> bytes | None:
    """The text with one line of it changed, where that line is JSON; None where it is not."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    try:
        value = json.loads(lines[at])
        lines[at] = json.dumps(changed(value, dice), ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return None
    return b"\n".join(lines)


def changed(value: Any, dice: Random) -> Any:  # noqa: ANN401 (any JSON)
    """The value with something in it other than it was; the deeper, the likelier."""
    if isinstance(value, dict) and value and dice.random() < 0.9:
        return changed_object(value, dice)
    if isinstance(value, list) and value and dice.random() < 0.9:
        return changed_list(value, dice)
    if isinstance(value, str) and value and dice.random() < 0.5:
        at = dice.randrange(len(value))
        return value[:at] + dice.choice(("", "\n", "0", "-", "é", value)) + value[at + dice.randrange(2) :]
    return dice.choice(ODD)


def changed_object(value: dict[str, Any], dice: Random) -> dict[str, Any]:
    """The object with one value changed, taken out, doubled, or under another key."""
    key, kept = dice.choice(list(value)), dict(value)
    turn = dice.random()
    if turn < 0.8:
        return kept | {key: changed(value[key], dice)}
    taken = kept.pop(key)
    return kept if turn < 0.9 else kept | {dice.choice((f"{key}s", key.upper(), *value)): taken}


def changed_list(value: list[Any], dice: Random) -> list[Any]:
    """The list with one value changed, taken out, doubled, or moved to the front."""
    at = dice.randrange(len(value))
    turn = dice.random()
    if turn < 0.7:
        return [*value[:at], changed(value[at], dice), *value[at + 1 :]]
    rest = [*value[:at], *value[at + 1 :]]
    return rest if turn < 0.8 else [value[at], *(value if turn < 0.9 else rest)]
