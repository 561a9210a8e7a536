"""Invented mail, and what reading it takes in a test."""

import io
from datetime import date
from pathlib import Path

from netlog.formats.mail import MAILDIR, MBOX
from netlog.interchange import HEAD_BYTES, Reading, Record, Source, Talk

TODAY = date(2026, 11, 20)
ME = "marco@example.com"
READING = Reading(TODAY, me=(ME,))

SENT = {
    "From": f"Marco Bianchi <{ME}>",
    "To": "Giulia Rossi <giulia@example.it>",
    "Date": "Wed, 4 Nov 2026 23:30:00 +0100",
    "Subject": "Re: R: Pricing",
    "Message-ID": "<one@example.com>",
}
GOT = SENT | {"From": SENT["To"], "To": SENT["From"], "Message-ID": "<two@example.it>"}


def message(headers: dict[str, str], **others: str) -> bytes:
    """The message with those headers, others (`_` for `-`) put in their place, or left out when empty."""
    every = headers | {name.replace("_", "-"): value for name, value in others.items()}
    lines = "".join(f"{name}: {value}\n" for name, value in every.items() if value)
    return f"{lines}\nDear you,\nFrom the body in 2026\nit goes on.\n".encode()


def mbox(*messages: bytes) -> bytes:
    """An mbox file of those messages."""
    return b"".join(b"From x@example.com Wed Nov  4 23:30:00 2026\n" + each + b"\n" for each in messages)


def a_file(content: bytes) -> Source:
    """The content as a file."""
    return Source("mail.mbox", content[:HEAD_BYTES], lambda: io.BytesIO(content))


def read(content: bytes, reading: Reading = READING) -> list[Record]:
    """Every record of an mbox file."""
    assert MBOX.read
    return list(MBOX.read(a_file(content), reading))


def one(headers: dict[str, str], **others: str) -> Record:
    """What becomes of a message."""
    (found,) = read(mbox(message(headers, **others)))
    return found


def one_talk(headers: dict[str, str], **others: str) -> Talk:
    """The contact that a message is."""
    found = one(headers, **others)
    assert isinstance(found, Talk), found
    return found


def a_folder(path: Path) -> Source:
    """The folder as a source."""
    return Source(path.name, b"", io.BytesIO, path)


def maildir(path: Path, files: dict[str, bytes]) -> Source:
    """A Maildir with those files, named from the folder."""
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    for name, content in files.items():
        (path / name).write_bytes(content)
    return a_folder(path)


def read_folder(source: Source, reading: Reading = READING) -> list[Record]:
    """Every record of a Maildir."""
    assert MAILDIR.read
    return list(MAILDIR.read(source, reading))
