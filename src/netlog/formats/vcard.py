"""vCard: the address books of phones, mail programs and servers, read in every dialect and written as 3.0 or 4.0."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netlog.domain.people import slug
from netlog.errors import FormatProblem, UsageProblem, shorten
from netlog.formats.vcard_card import card_of, uid_of
from netlog.formats.vcard_content import Line, tidy, unescape
from netlog.formats.vcard_lines import Block, blocks
from netlog.formats.vcard_names import full_names
from netlog.formats.vcard_write import vcard
from netlog.interchange import Card, Format, Outgoing, Reading, Record, Rejected, Skipped, Source, Writing

FIRST = re.compile(rb"[\s\xef\xbb\xbf\xff\xfe]*BEGIN:\s*VCARD\s*?[\r\n]", re.IGNORECASE)
LATER = re.compile(rb"[\r\n]BEGIN:\s*VCARD\s*?[\r\n]", re.IGNORECASE)
GROUP = re.compile(rb"KIND:\s*GROUP\s*?[\r\n]", re.IGNORECASE)
KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
MEMBERS = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})
VERSIONS = ("3.0", "4.0")
CERTAIN, LIKELY, POSSIBLE = 100, 80, 30
BLOCK = 1 << 20


class Groups(NamedTuple):
    """The group cards of a file: the tags they give by the UID of a member, and every UID there is."""

    tags: dict[str, list[str]]
    uids: frozenset[str]


def recognise(source: Source) -> int:
    """How sure it is that the file holds vCards: it begins with one, or one begins in some line."""
    head = source.head.replace(b"\0", b"")
    if FIRST.match(head):
        return CERTAIN
    if not LATER.search(head):
        return 0
    return LIKELY if source.name.lower().endswith((".vcf", ".vcard")) else POSSIBLE


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Everybody in the file; groups give their members a tag. Raises FormatProblem when there is no card at all."""
    groups = groups_in(source, reading) if has_groups(source) else Groups({}, frozenset())
    is_empty = True
    for block in blocks(source, reading.encoding):
        is_empty = False
        record = record_of(block, groups)
        if record:
            yield record
    if is_empty:
        raise FormatProblem(f"there is no vCard in {shorten(source.name)}", hint="a vCard begins with BEGIN:VCARD")


def record_of(block: Block, groups: Groups) -> Card | Rejected | Skipped | None:
    """The person of a card; nothing for a group of people of this file, whose tag these have."""
    if block.problem:
        return Rejected(block.where, block.problem)
    if is_group(block.lines):
        is_known = group_tag(block.lines) and not groups.uids.isdisjoint(members(block.lines))
        return None if is_known else Skipped(block.where, "a group")
    return card_of(block.where, block.lines, groups.tags.get(uid_of(block.lines), ()))


def has_groups(source: Source) -> bool:
    """Whether a group may be in the file, so that it is worth reading it twice."""
    with source.open() as stream:
        end = b""
        while block := stream.read(BLOCK):
            plain = (end + block).replace(b"\0", b"")
            if GROUP.search(plain):
                return True
            end = plain[-64:]
    return False


def groups_in(source: Source, reading: Reading) -> Groups:
    """The groups of the file and who is in them."""
    tags: dict[str, list[str]] = {}
    uids: set[str] = set()
    for block in blocks(source, reading.encoding):
        if not is_group(block.lines):
            uids.add(uid_of(block.lines))
        elif tag := group_tag(block.lines):
            for member in members(block.lines):
                tags.setdefault(member, []).append(tag)
    return Groups(tags, frozenset(uids - {""}))


def is_group(lines: Iterable[Line]) -> bool:
    """Whether the card is a group of people."""
    return any(line.name in KINDS and line.value.strip().lower() == "group" for line in lines)


def group_tag(lines: Iterable[Line]) -> str:
    """The tag a group gives to its members."""
    return slug(next(iter(full_names(lines)), ""))


def members(lines: Iterable[Line]) -> list[str]:
    """The UIDs of who is in a group."""
    return [tidy(unescape(line.value)).lower().removeprefix("urn:uuid:") for line in lines if line.name in MEMBERS]


def write(outgoing: Outgoing, writing: Writing) -> Iterator[str]:
    """Everybody as a vCard each; raises UsageProblem for a version that nobody writes."""
    version = writing.version or VERSIONS[0]
    if version not in VERSIONS:
        raise UsageProblem(f"netlog writes no vCard {shorten(version)}", hint="the versions are 3.0 and 4.0")
    return (vcard(card, version) for card in outgoing.cards())


FORMAT = Format("vcard", "vCard (address books)", recognise=recognise, read=read, write=write)
