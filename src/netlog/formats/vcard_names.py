"""The names of a vCard: the whole one, and the parts of N where these are not what the name gives."""

from collections.abc import Iterable, Sequence

from netlog.formats.vcard_content import Line, escape, split, tidy, unescape

PARTS = 5
IN_SPEECH = (3, 1, 2, 0, 4)
"""Family, given, further names, titles, endings: in the order in which they are said."""


def name_of(full: Sequence[str], parted: Line | None) -> str:
    """The name that FN or else N gives."""
    return full[0] if full else spoken(parted) if parted else ""


def full_names(lines: Iterable[Line]) -> list[str]:
    """What the lines give as whole names."""
    return [name for line in lines if line.name == "FN" and (name := tidy(unescape(line.value)))]


def name_parts(lines: Iterable[Line]) -> Line | None:
    """The first line that holds the parts of the name."""
    return next((line for line in lines if line.name == "N" and line.value.strip(" ,;")), None)


def spoken(parted: Line) -> str:
    """The parts in the order in which a name is said."""
    parts = (split(parted.value, ";") + [""] * PARTS)[:PARTS]
    return tidy(
        " ".join(
            unescape(part.replace("\\,", "\x00").replace(",", " ").replace("\x00", ","))
            for part in (parts[i] for i in IN_SPEECH)
        )
    )


def guessed(name: str) -> Line:
    """The parts of a name of which only the whole is known: the last word is the family's."""
    *given, last = name.split() or [""]
    family, rest = (last, " ".join(given)) if given else ("", last)
    return Line("N", f"{escape(family)};{escape(rest)};;;")


def kept_parts(name: str, parted: Line | None) -> list[Line]:
    """Name and parts to keep, when the parts are not those that would be guessed from the name."""
    if not parted or (parted.value.rstrip(";") == guessed(name).value.rstrip(";") and not parted.params):
        return []
    missing = ";" * (PARTS - len(split(parted.value, ";")))
    return [Line("FN", escape(name)), parted._replace(value=parted.value + missing, group="")]


def parts_for(name: str, kept: Sequence[Line]) -> Line:
    """The parts that were kept with this very name, else those that it gives."""
    for at, line in enumerate(kept):
        if line.name == "FN" and tidy(unescape(line.value)) == name:
            return name_parts(kept[at:]) or guessed(name)
    return guessed(name)
