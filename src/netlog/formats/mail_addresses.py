"""People as mail and calendars write them, and which of them are me."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netlog.domain.folding import fold
from netlog.interchange import Mention

PIECE = re.compile(
    r'=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?=|"(?:[^"\\]|\\.){0,500}"|<[^<>]*>|\([^()]*\)|[,;]|[^"<>(),;]+|.', re.DOTALL
)
GROUP = re.compile(r"^[^@:<]*:\s*")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
MACHINE = re.compile(
    r"(?:^|[-_.+=])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|nie[-_.]?odpowiadaj|non[-_.]?rispondere|notifications?"
    r"|notify|newsletters?|mailer[-_.]?daemon|postmaster|bounces?|alerts?|digest)(?:[-_.+=0-9]|$)"
)


class Me(NamedTuple):
    """My names, folded, and my addresses, each as `address_key` has them."""

    names: frozenset[str]
    addresses: frozenset[str]

    def is_address(self, address: str) -> bool:
        """Whether that is one of my addresses."""
        return address_key(address) in self.addresses

    def is_mine(self, mention: Mention) -> bool:
        """Whether that is me, by address or by name."""
        return self.is_address(mention.address) or fold(mention.name) in self.names


def address_key(address: str) -> str:
    """What two spellings of one e-mail address have in common."""
    return fold(address).strip()


def read_me(words: Iterable[str]) -> Me:
    """My names and addresses as the user wrote them."""
    said = [word.strip() for word in words if word.strip()]
    addresses = frozenset(address_key(word) for word in said if "@" in word)
    return Me(frozenset(fold(word) for word in said if "@" not in word), addresses)


def the_most_common(addresses: Counter[str]) -> str:
    """The address that is in more messages or events than any other; empty when there is no telling."""
    first, second = [*addresses.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else ""


def tidy(text: str) -> str:
    """The text on one line with single spaces, and nothing that cannot be shown."""
    return " ".join(UNSHOWABLE.sub("", text).split())


def named(name: str, address: str) -> Mention:
    """Somebody with a name and an address; a name that is an address is none."""
    address = tidy(address).replace(" ", "")
    plain = tidy(name).strip("'\" ")
    return Mention("" if "@" in plain else plain, address)


def is_machine(address: str) -> bool:
    """Whether nobody reads what is sent to that address, as no-reply@example.com."""
    return MACHINE.search(address.lower().partition("@")[0]) is not None


def mentions(header: str) -> Iterator[tuple[str, str]]:
    """Every name and address of a header such as To; what has no address is left out.

    The standard library reads odd headers differently from one patch release to the next, and recurses.
    """
    for entry in entries(header):
        name, address = one_mention(entry)
        if "@" in address:
            yield name, address


def entries(header: str) -> Iterator[list[str]]:
    """The pieces of every entry between commas that stand outside of quotes and brackets."""
    entry: list[str] = []
    for piece in PIECE.findall(header):
        if piece in {",", ";"}:
            yield entry
            entry = []
        else:
            entry.append(piece)
    yield entry


def one_mention(entry: list[str]) -> tuple[str, str]:
    """The name and the address of `"Rossi, Anna" <anna@example.com>`, `anna@example.com (Anna)` and the like."""
    angle = [piece[1:-1] for piece in entry if piece[0] == "<" and piece[-1] == ">"]
    comments = [piece[1:-1] for piece in entry if piece[0] == "(" and piece[-1] == ")"]
    words = [unquoted(piece) for piece in entry if piece[0] not in "<("]
    plain = GROUP.sub("", " ".join("".join(words).split()))
    if angle:
        return plain or " ".join(comments), angle[-1].strip()
    address = next((word for word in plain.split() if "@" in word), "")
    return " ".join(comments), address


def unquoted(piece: str) -> str:
    """A quoted piece without its quotes and backslashes; any other as it is."""
    return ESCAPED.sub(r"\1", piece[1:-1]) if len(piece) > 1 and piece[0] == piece[-1] == '"' else piece
