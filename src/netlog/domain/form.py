"""A record as a text to be changed in an editor, and back: what is left alone reads as it was, whatever it holds."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from netlog.errors import UsageProblem, shorten

INTRODUCTION = (
    "Change what you like, then save and close. Leave it alone, or empty it, and nothing happens.",
    "Lines that begin with # say something about the form. A value taken away is forgotten.",
)
BELOW = "--- the text, as it is, from the next line on ---"
MARK = "#!"
"""How the line on top begins that says what was wrong."""

HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ud800-\udfff"
)
SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
"""What an editor could obey or would not show, and what it does not when it follows another of its sort.

A test compares them with what a terminal is not shown.
"""

ESCAPED = r"⟨U\+((?:10|[0-9A-F])?[0-9A-F]{4})⟩"
TO_ESCAPE = f"[{HIDDEN}]|(?<={SELECTORS}){SELECTORS}|⟨(?={ESCAPED[1:]})"
NEWLINE = "⏎"

Values = Mapping[str, tuple[str, ...]]
"""What a record holds under each name: nothing, a value, or several."""


class Field(NamedTuple):
    """A line of a form; of several values each has a line, or all are in one with commas between."""

    name: str
    label: str
    note: str = ""
    is_many: bool = False
    has_commas: bool = False
    is_whole: bool = False
    is_needed: bool = False


class Form(NamedTuple):
    """The lines of a form, and whether a text of any length follows them."""

    fields: tuple[Field, ...]
    has_text: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Every name a value may have."""
        return frozenset(field.name for field in self.fields) | ({TEXT.name} if self.has_text else frozenset())


TEXT = Field("text", "text")

PERSON = Form(
    (
        Field("name", "name", is_needed=True),
        Field("handle", "handle", is_needed=True),
        Field("alias", "alias", "Other names they answer to, one a line.", is_many=True),
        Field("company", "company", "Where they work, what they do there, where they live."),
        Field("role", "role"),
        Field("place", "place"),
        Field("met", "met", "Where or how you met: an event, or in words; when; who introduced you."),
        Field("on", "met on"),
        Field("via", "via"),
        Field("tier", "tier", "How close: inner, close, active, wide or none; or days of their own, as 6w or 90d."),
        Field("every", "every"),
        Field("kin", "family", "yes makes the cadence of tag, tier or default half as long again."),
        Field("fresh", "new tie", "yes brings early check-ins, after 2, 14 and 45 days; empty leaves the cadence."),
        Field("birthday", "birthday", "As 1988-02-29, or 02-29 without a year."),
        Field("tag", "tags", "With commas between.", is_many=True, has_commas=True),
        Field("can", "can", "What they can help with and what they look for, one thing a line.", is_many=True),
        Field("wants", "wants", is_many=True),
        Field("email", "email", "How to reach them, one a line.", is_many=True),
        Field("phone", "phone", is_many=True),
        Field("url", "web", is_many=True),
        Field("note", "fact", "Worth remembering, one a line, after its day; without a day it is today.", is_many=True),
    )
)
ENTRY = Form(
    (
        Field("on", "date", is_needed=True),
        Field("kind", "kind", "A word such as coffee; out (you began), in (they did) or mutual.", is_needed=True),
        Field("direction", "direction", is_needed=True),
        Field(
            "with",
            "with",
            "People by handle or name, with commas between.",
            is_many=True,
            has_commas=True,
            is_whole=True,
            is_needed=True,
        ),
        Field("minutes", "minutes", "How long, where, at which event."),
        Field("place", "place"),
        Field("event", "event"),
        Field("counts", "counts", "How much of a full contact, from 0 to 1, instead of what the kind says."),
        Field("tag", "tags", "With commas between.", is_many=True, has_commas=True),
        Field("private", "private", "yes keeps the words out of every list, brief, search and export."),
    ),
    has_text=True,
)


class FormProblem(UsageProblem):
    """A line of a form that cannot be read; line 0 is none in particular."""

    code = "form"

    def __init__(self, line: int, what: str, *, hint: str = "") -> None:
        super().__init__(f"line {line}: {what}" if line else what, hint=hint)
        self.line, self.what = line, what


class Filled(NamedTuple):
    """A form as it came back: what each name holds now, and on which line each value stands."""

    values: Values
    lines: Mapping[tuple[str, str], int]


class Edits(NamedTuple):
    """What is wanted otherwise, in words not checked yet: `fields` become this, or nothing when empty.

    Lists gain what is `added` and lose what is `removed`; `dropped` goes from whichever list has it.
    """

    fields: Values
    added: Values
    removed: Values = MappingProxyType({})
    dropped: tuple[str, ...] = ()


def written(form: Form, values: Values, *, title: str) -> str:
    """The form to be filled in."""
    lines = [*(f"# {line}" for line in (one_line(title), *INTRODUCTION)), ""]
    for field in form.fields:
        lines += ["", f"# {field.note}"] if field.note else []
        lines += lines_of(field, values.get(field.name, ()))
    if not form.has_text:
        return "\n".join([*lines, ""])
    text = "".join(values.get(TEXT.name, ()))
    return "\n".join([*lines, "", BELOW, *([escaped(text)] if text else []), ""])


def lines_of(field: Field, values: tuple[str, ...]) -> list[str]:
    """The lines of one field; one without a value invites to give one."""
    if field.has_commas:
        shown = [", ".join(one_line(value, also=",") for value in values)]
    else:
        shown = [one_line(value) for value in values]
    return [f"{field.label}: {value}".rstrip() for value in shown or [""]]


def read(form: Form, text: str) -> Filled:
    """What the form holds now; raises FormProblem for the first line that is wrong."""
    labels = {field.label: field for field in form.fields}
    values: dict[str, tuple[str, ...]] = {field.name: () for field in form.fields}
    lines: dict[tuple[str, str], int] = {}
    head, below = parted(text) if form.has_text else (text, "")
    for number, line in enumerate(head.split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            field, found = read_line(labels, number, line)
            if values[field.name] and found and not field.is_many:
                raise FormProblem(number, f"“{field.label}” stands twice", hint="keep one of the two lines")
            values[field.name] += found
            lines |= {(field.name, value): number for value in found or [""]}
    if form.has_text:
        values[TEXT.name] = (plain(below),) if below else ()
    return Filled(values, lines)


def parted(text: str) -> tuple[str, str]:
    """The lines of the form, and the text below them without its last newline."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if line.strip() == BELOW), None)
    if at is None:
        raise FormProblem(0, f"the line {shorten(BELOW)} is gone", hint="put it back")
    return "\n".join(lines[:at]), "\n".join(lines[at + 1 :]).removesuffix("\n")


def read_line(labels: Mapping[str, Field], number: int, line: str) -> tuple[Field, tuple[str, ...]]:
    """The field and the values of one line."""
    label, colon, rest = line.partition(":")
    field = labels.get(" ".join(label.lower().split()))
    if not colon or field is None:
        raise FormProblem(number, f"{shorten(line.strip())} is no line of this form", hint=f"use {', '.join(labels)}")
    parts = rest.split(",") if field.has_commas else [rest]
    return field, tuple(plain(part.strip().replace(NEWLINE, "\n")) for part in parts if part.strip())


def emptied(form: Form, edits: Edits) -> Field | None:
    """The first field that cannot be without a value and is wanted to be."""
    return next((field for field in form.fields if field.is_needed and edits.fields.get(field.name) == ()), None)


def edits(form: Form, before: Values, after: Values) -> Edits:
    """What somebody changed between two states of a form."""
    was = {name: tuple(filter(None, before.get(name, ()))) for name in form.names}
    changed = [name for name in sorted(form.names) if set(was[name]) != set(after.get(name, ()))]
    lists = {field.name for field in form.fields if field.is_many and not field.is_whole}
    return Edits(
        fields={name: after.get(name, ()) for name in changed if name not in lists},
        added={name: without(after.get(name, ()), was[name]) for name in changed if name in lists},
        removed={name: without(was[name], after.get(name, ())) for name in changed if name in lists},
    )


def without(values: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The values that are not among the others, each once."""
    return tuple(value for value in dict.fromkeys(values) if value not in others)


def reopened(text: str, problem: FormProblem) -> str:
    """The text as it was typed, under one line that says what is wrong with it."""
    had_mark = text.startswith(MARK)
    typed = text.partition("\n")[2] if had_mark else text
    line = problem.line + (0 if had_mark or not problem.line else 1)
    said = FormProblem(line, problem.what, hint=problem.hint)
    return f"{MARK} {one_line('; '.join(filter(None, (said.message, said.hint))))}\n{typed}"


def complaint(text: str) -> str:
    """What the line on top says was wrong."""
    return text.partition("\n")[0].removeprefix(MARK).strip()


def one_line(value: str, *, also: str = "") -> str:
    """The value on one line, nothing in it hidden, and nothing at its ends that could get lost."""
    pattern = rf"{TO_ESCAPE}|[\t{NEWLINE}{also}]|\A[^\S\n]|[^\S\n]\Z"
    return re.sub(pattern, as_escape, value).replace("\n", NEWLINE)


def escaped(text: str) -> str:
    """The text with everything hidden made visible."""
    return re.sub(TO_ESCAPE, as_escape, text)


def as_escape(found: re.Match[str]) -> str:
    """One character by its number."""
    return f"⟨U+{ord(found[0]):04X}⟩"


def plain(text: str) -> str:
    """The text with every character by number as itself again."""
    return re.sub(ESCAPED, lambda found: chr(int(found[1], 16)), text)
