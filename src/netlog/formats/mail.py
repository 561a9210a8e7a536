"""Mail as contacts with people: the headers of an mbox file or a Maildir, never what is in a message."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from netlog.errors import FormatProblem
from netlog.formats.mail_addresses import Me, read_me, the_most_common
from netlog.formats.mail_files import FROM_LINE, HEADER, Message, is_maildir, maildir_messages, mbox_messages
from netlog.formats.mail_headers import addresses, read_headers, sent_at, talk, unfit
from netlog.interchange import Format, Reading, Record, Rejected, Skipped, Source, Talk

SAMPLE = 5_000
"""Messages that are looked through to learn who I am."""

Messages = Callable[[], Iterator[Message]]


def recognise_mbox(source: Source) -> int:
    """How sure it is that the source is an mbox file."""
    first, _, rest = source.head.lstrip(b"\r\n").partition(b"\n")
    return 95 if FROM_LINE.match(first) and HEADER.match(rest) else 0


def recognise_maildir(source: Source) -> int:
    """How sure it is that the source is a Maildir: it has the folders of one."""
    return 100 if source.path and is_maildir(source.path) else 0


def read_mbox(source: Source, reading: Reading) -> Iterator[Record]:
    """The messages of an mbox file as contacts."""

    def messages() -> Iterator[Message]:
        with source.open() as stream:
            yield from mbox_messages(stream)

    if next(messages(), None) is None and any(source.head.split()):
        raise FormatProblem(f"{source.name} is not an mbox file", hint="in one, every message begins with a line From")
    yield from records(messages, reading)


def read_maildir(source: Source, reading: Reading) -> Iterator[Record]:
    """The messages of a Maildir as contacts."""
    folder = source.path
    if folder is None or not is_maildir(folder):
        raise FormatProblem(f"{source.name} is not a Maildir", hint="choose the folder that has cur and new in it")
    try:
        yield from records(lambda: maildir_messages(folder), reading)
    except OSError:
        raise FormatProblem(f"{source.name} cannot be read", hint="you may not open its folders") from None


def records(messages: Messages, reading: Reading) -> Iterator[Record]:
    """What every message says."""
    me = who_am_i(messages, reading)
    for message in messages():
        yield record(message, me, reading)


def who_am_i(messages: Messages, reading: Reading) -> Me:
    """Who the user said they are, else the address that is in most messages."""
    me = read_me(reading.me)
    if me.addresses:
        return me
    counted: Counter[str] = Counter()
    for message in islice(messages(), SAMPLE):
        counted.update(addresses(read_headers(message.headers)))
    return me._replace(addresses=frozenset({the_most_common(counted)} - {""}))


def record(message: Message, me: Me, reading: Reading) -> Talk | Rejected | Skipped:
    """The message as a contact, or why it is none."""
    if message.problem:
        return Rejected(message.where, message.problem)
    headers = read_headers(message.headers)
    if reason := message.reason or unfit(headers, me):
        return Skipped(message.where, reason)
    sent = sent_at(headers)
    if sent is None:
        return Rejected(message.where, "the date cannot be read")
    if not (reading.since or date.min) <= sent.date() <= min(reading.until or reading.today, reading.today):
        return Skipped(message.where, "outside the chosen days")
    return talk(headers, sent, me, message.where)


MBOX = Format("mbox", "Mail in an mbox file", recognise_mbox, read_mbox, needs_people=True)
MAILDIR = Format("maildir", "Mail in a Maildir", recognise_maildir, read_maildir, needs_people=True)
