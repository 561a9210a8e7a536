"""A message's headers as a contact with people, and why a message is none."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import parsedate_to_datetime
from hashlib import sha256

from netlog.domain.interactions import Direction
from netlog.formats.decoding import code_page
from netlog.formats.mail_addresses import Me, address_key, is_machine, mentions, named, tidy
from netlog.formats.mail_files import label_reason
from netlog.interchange import Mention, Talk

MOST_PEOPLE = 10
LONGEST, LONGEST_DATE = 1 << 13, 200
FIRST_YEAR, LAST_YEAR = 1970, 2199
EVERYBODY = ("from", "to", "cc")
EXPUNGED = 0x0008
"""The flag by which Thunderbird marks what is thrown away and still in the file."""

ANSWER = re.compile(r"(?:(?:re|r|aw|odp|fwd?|wg|pd|i|rif)(?:\[\d{1,4}\]|\(\d{1,4}\))?\s*:\s*)+", re.IGNORECASE)
BULK = frozenset({"bulk", "list", "junk"})
Headers = Mapping[str, str]
"""The headers of a message by name in small letters, the first of each, To and Cc joined; not decoded yet."""


def read_headers(raw: bytes) -> Headers:
    """The headers of a message; bytes that are no UTF-8 are read as one of Windows' code pages."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode(code_page(raw), errors="replace")
    message = HeaderParser(policy=compat32).parsestr(text)
    found: dict[str, str] = {}
    for name, value in message.items():
        folded = name.strip().lower()
        if folded in EVERYBODY and folded in found:
            found[folded] += f", {value}"
        else:
            found.setdefault(folded, str(value))
    return {name: value[:LONGEST] for name, value in found.items()}


def decoded(value: str) -> str:
    """A header's words without their encoding; what cannot be decoded stays as it is written."""
    if "=?" not in value:
        return value
    try:
        parts = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(part if isinstance(part, str) else as_text(part, charset) for part, charset in parts)


def as_text(part: bytes, charset: str | None) -> str:
    """The bytes in their charset, or if nobody knows it as UTF-8; never fails."""
    try:
        return part.decode(charset or "raw-unicode-escape", errors="replace")
    except (LookupError, ValueError):
        return part.decode("utf-8", errors="replace")


def people(headers: Headers, *names: str) -> Iterator[Mention]:
    """Everybody in those headers."""
    for header in names:
        for name, address in mentions(headers.get(header, "")):
            yield named(decoded(name), address)


def addresses(headers: Headers) -> set[str]:
    """Every address of a message once, with the one it was delivered to."""
    return {address_key(mention.address) for mention in people(headers, *EVERYBODY, "delivered-to")}


def sent_at(headers: Headers) -> datetime | None:
    """When the message was sent, with its own offset from UTC; none when that cannot be read."""
    try:
        sent = parsedate_to_datetime(headers.get("date", "")[:LONGEST_DATE])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not FIRST_YEAR <= sent.year <= LAST_YEAR:
        return None
    return sent if sent.tzinfo else sent.replace(tzinfo=UTC)


def unfit(headers: Headers, me: Me) -> str:
    """Why the message is no contact between people, in words that many share; empty when it is one."""
    if reason := thrown_away(headers):
        return reason
    senders = list(people(headers, "from"))
    if not senders:
        return "no sender"
    if any(name in headers for name in ("list-id", "list-post", "list-unsubscribe")) or is_bulk(headers):
        return "mailing list or newsletter"
    if is_automatic(headers) or any(is_machine(sender.address) for sender in senders):
        return "sent by a machine"
    found = others(headers, me)
    return "too many people" if len(found) > MOST_PEOPLE else "" if found else "no other people"


def thrown_away(headers: Headers) -> str:
    """Why its labels or flags leave the message out; empty when they do not."""
    labels = tidy(decoded(headers.get("x-gmail-labels", ""))).lower().split(",")
    flags = headers.get("x-mozilla-status", "").strip()
    is_expunged = re.fullmatch("[0-9a-fA-F]{1,8}", flags) is not None and int(flags, 16) & EXPUNGED
    return next((reason for label in labels if (reason := label_reason(label))), "in the bin" if is_expunged else "")


def is_bulk(headers: Headers) -> bool:
    """Whether the message says that it went to very many."""
    return headers.get("precedence", "").strip().lower() in BULK


def is_automatic(headers: Headers) -> bool:
    """Whether the message says that a program wrote it."""
    return headers.get("auto-submitted", "no").partition(";")[0].strip().lower() != "no"


def others(headers: Headers, me: Me) -> tuple[Mention, ...]:
    """Everybody of the message once, without me and without machines, and with a name if any header has one."""
    once: dict[str, Mention] = {}
    for mention in people(headers, *EVERYBODY):
        if me.is_mine(mention) or is_machine(mention.address):
            continue
        folded = address_key(mention.address)
        if folded not in once or not once[folded].name:
            once[folded] = mention
    return tuple(once.values())


def talk(headers: Headers, sent: datetime, me: Me, where: str) -> Talk:
    """The message as a contact, on the day it was where it was sent from."""
    is_mine = any(me.is_mine(sender) for sender in people(headers, "from"))
    return Talk(
        key=key(headers),
        where=where,
        on=sent.date(),
        people=others(headers, me),
        kind="email",
        text=subject(headers),
        direction=Direction.OUT if is_mine else Direction.IN,
        at=sent,
    )


def subject(headers: Headers) -> str:
    """The subject without Re: and Fwd: of any language."""
    words = tidy(decoded(headers.get("subject", "")))
    match = ANSWER.match(words)
    return words[match.end() :] if match else words


def key(headers: Headers) -> str:
    """What names the message for ever: its Message-ID, else what it says of itself."""
    named_by = tidy(headers.get("message-id", "")).strip("<> ")
    said = "\n".join(headers.get(name, "") for name in ("date", "from", "subject"))
    return named_by or f"sha256:{sha256(said.encode(errors='replace')).hexdigest()[:32]}"
