"""One content line of a vCard: taken apart and put together, with its escapes, character sets and encodings."""

import re
from binascii import Error as BadBase64
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

Params = tuple[tuple[str, tuple[str, ...]], ...]

TOKEN = re.compile(r"[A-Za-z0-9_-]+")
QUOTED_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*):')
PIECE = re.compile(r'(?:[^;"]|"[^"]*"|")+')
CHOICE = re.compile(r'(?:[^,"]|"[^"]*"|")+')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
CARET = re.compile(r"\^([n'^])")
BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SURROGATE = re.compile("[\ud800-\udfff]")
TEXT_CHARSET = re.compile(r"(?i)(utf-?8|us-ascii|ascii|iso|latin|windows|cp|koi8|gb|big5|shift|euc|mac)[\w-]*")

MEANINGS = {"n": "\n", "N": "\n", ",": ",", ";": ";", ":": ":", "\\": "\\"}
CARETS = {"n": "\n", "'": '"', "^": "^"}
APPLE_SPELLING = {"X-ABLABEL": "X-ABLabel", "X-ABSHOWAS": "X-ABShowAs"}
BASE64 = frozenset({"B", "BASE64"})
PLAIN_ENCODINGS = frozenset({"7BIT", "8BIT"})
QUOTED = "QUOTED-PRINTABLE"


class Line(NamedTuple):
    """A property: name and parameter names in capitals, parameters by name, the value as the file escapes it."""

    name: str
    value: str = ""
    params: Params = ()
    group: str = ""

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, none if it is missing."""
        return next((values for key, values in self.params if key == name), ())

    def types(self) -> frozenset[str]:
        """The values of TYPE, in small letters."""
        return frozenset(word.lower() for word in self.chosen("TYPE"))


class Head(NamedTuple):
    """What stands before the colon; the encoding and character set of 2.1 are no parameters any more."""

    name: str
    params: Params
    group: str
    is_quoted: bool
    charset: str


def content_line(raw: bytes, fallback: str = "utf-8") -> Line | None:
    """The property that an unfolded line holds; None when it is none."""
    before, colon, value = parted(raw)
    head = read_head(before) if colon else None
    if not head:
        return None
    text = speakable(decoded(a2b_qp(value) if head.is_quoted else value, head.charset, fallback))
    if head.params and ("ENCODING", ("b",)) in head.params:
        text = "".join(text.split())
    return Line(head.name, text, head.params, head.group)


def parted(raw: bytes) -> tuple[bytes, bytes, bytes]:
    """The line before and after its colon, which is none of those in quotation marks."""
    head, colon, value = raw.partition(b":")
    if head.count(b'"') % 2 and (match := QUOTED_HEAD.match(raw)):
        return match[1], b":", raw[match.end() :]
    return head, colon, value


@lru_cache(maxsize=4096)
def read_head(raw: bytes) -> Head | None:
    """What stands before the colon, without malformed parameters; None when the name is no name."""
    first, *parts = PIECE.findall(speakable(raw.decode("utf-8", "replace"))) or ("",)
    group, _, name = first.strip().rpartition(".")
    if not TOKEN.fullmatch(name) or (group and not TOKEN.fullmatch(group)):
        return None
    params = read_params(parts)
    encoding = params.pop("ENCODING", ("",))[0].upper()
    charset = params.pop("CHARSET", ("",))[0]
    if encoding and encoding != QUOTED and encoding not in PLAIN_ENCODINGS:
        params["ENCODING"] = ("b",) if encoding in BASE64 else (encoding,)
    name = name.upper()
    return Head(APPLE_SPELLING.get(name, name), tuple(sorted(params.items())), group, encoding == QUOTED, charset)


def read_params(parts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The parameters by name; those of 2.1 that have none are an encoding or a type."""
    params: dict[str, tuple[str, ...]] = {}
    for part in parts:
        name, equals, raw = part.partition("=")
        name = name.strip().upper()
        if not TOKEN.fullmatch(name):
            continue
        if not equals:
            is_encoding = name == QUOTED or name in BASE64 or name in PLAIN_ENCODINGS
            name, raw = "ENCODING" if is_encoding else "TYPE", part.strip()
        values = tuple(param_value(choice) for choice in CHOICE.findall(raw))
        if name == "TYPE":
            values = tuple(word.strip() for value in values for word in value.split(","))
        params[name] = params.get(name, ()) + tuple(value for value in values if value)
    return {name: values for name, values in params.items() if values}


def param_value(raw: str) -> str:
    """The value of a parameter without its quotation marks and the escapes of RFC 6868."""
    text = raw.replace('"', "").strip()
    return CARET.sub(lambda match: CARETS[match[1]], text) if "^" in text else text


def decoded(raw: bytes, charset: str, fallback: str) -> str:
    """The text in the character set it names if that is true, else in UTF-8, else in the one that is left."""
    try:
        return raw.decode(charset if charset and TEXT_CHARSET.fullmatch(charset) else "utf-8")
    except (UnicodeDecodeError, LookupError):
        return as_utf8(raw) or raw.decode(fallback, "replace")


def as_utf8(raw: bytes) -> str:
    """The text if it is UTF-8, else nothing."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return ""


def speakable(text: str) -> str:
    r"""The text on one line: whatever breaks lines as `\n`, other control characters left out."""
    if text.isprintable():
        return text
    return SURROGATE.sub("\ufffd", CONTROL.sub("", BREAK.sub(r"\\n", text)))


def unescape(value: str) -> str:
    """The text that a value stands for."""
    return ESCAPED.sub(lambda match: MEANINGS.get(match[1], match[0]), value) if "\\" in value else value


def escape(text: str) -> str:
    """The text as a value."""
    for plain, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;")):
        text = text.replace(plain, escaped)
    return BREAK.sub(r"\\n", text)


def split(value: str, at: str) -> list[str]:
    """The parts of a structured value, still escaped; an escaped separator parts nothing."""
    if "\\" not in value:
        return value.split(at)
    hidden = value.replace("\\\\", "\x00").replace(f"\\{at}", "\x01")
    return [part.replace("\x01", f"\\{at}").replace("\x00", "\\\\") for part in hidden.split(at)]


def tidy(text: str) -> str:
    """The text with single spaces, on one line."""
    return " ".join(text.split())


def written(line: Line) -> str:
    """The line as text, unfolded."""
    group = f"{line.group}." if line.group else ""
    params = "".join(f";{name}={','.join(map(param_text, values))}" for name, values in line.params)
    return f"{group}{line.name}{params}:{speakable(line.value)}"


def param_text(value: str) -> str:
    """The value of a parameter with the escapes of RFC 6868, in quotation marks where it needs them."""
    text = CONTROL.sub("", BREAK.sub("^n", value.replace("^", "^^").replace('"', "^'")))
    return f'"{text}"' if any(mark in text for mark in ",;:") else text


def is_sound(line: Line) -> bool:
    """Whether the value is in the encoding it says; a photo cut short is not."""
    if line.chosen("ENCODING") != ("b",):
        return True
    try:
        a2b_base64(line.value, strict_mode=True)
    except (BadBase64, ValueError):
        return False
    return True
