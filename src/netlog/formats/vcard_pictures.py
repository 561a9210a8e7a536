"""Pictures, sounds and keys inside a vCard: servers made for 3.0 cut the data URIs of 4.0 at the comma."""

import re

from netlog.formats.vcard_content import Line

FAMILIES = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio", "KEY": ""}
DATA = re.compile(r"data:(?P<media>[\w.+-]+/[\w.+-]+)?;base64\\?,(?P<bytes>[A-Za-z0-9+/=\s]*)", re.IGNORECASE)
INLINE = ("ENCODING", ("b",))
TYPE, MEDIATYPE = "TYPE", "MEDIATYPE"
REPLACED = frozenset({"VALUE", "ENCODING", TYPE, MEDIATYPE})


def inlined(line: Line) -> Line:
    """The line as 3.0 writes it, if it holds a data URI; its types, the first of which is the format, in capitals."""
    if line.name not in FAMILIES:
        return line
    match = DATA.fullmatch(line.value) if line.value.startswith("data:") else None
    return from_data(line, match["media"] or "", match["bytes"]) if match else with_types(line, types_of(line))


def from_data(line: Line, media: str, content: str) -> Line:
    """The line with the content of a data URI of that media type."""
    family, _, sort = media.lower().partition("/")
    types, others = types_of(line), [param for param in line.params if param[0] not in REPLACED] + [INLINE]
    if family and family == FAMILIES[line.name]:
        types = (sort.upper(), *types)
    elif family:
        others.append((MEDIATYPE, (media.lower(),)))
    return with_types(line._replace(value="".join(content.split()), params=tuple(others)), types)


def as_data(line: Line) -> Line:
    """The line as 4.0 writes it, if it holds base64 and nothing is lost by it."""
    if INLINE not in line.params or line.name not in FAMILIES:
        return line
    media, types = "".join(line.chosen(MEDIATYPE)[:1]), types_of(line)
    if FAMILIES[line.name] and types and not media:
        media, types = f"{FAMILIES[line.name]}/{types[0].lower()}", types[1:]
    others = tuple(param for param in line.params if param[0] not in REPLACED)
    data = with_types(line._replace(value=f"data:{media};base64,{line.value}", params=others), types)
    return data if inlined(data) == line else line


def types_of(line: Line) -> tuple[str, ...]:
    """What TYPE says, in capitals."""
    return tuple(map(str.upper, line.chosen(TYPE)))


def with_types(line: Line, types: tuple[str, ...]) -> Line:
    """The line with these types."""
    others = [param for param in line.params if param[0] != TYPE]
    return line._replace(params=tuple(sorted([*others, (TYPE, types)] if types else others)))
