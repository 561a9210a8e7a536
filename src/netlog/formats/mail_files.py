"""The headers of messages in an mbox file or a Maildir, one after another; bodies are passed over."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

FROM_LINE = re.compile(rb"From .*\d:\d\d.*\d{4}\s*$")
HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
WANTED = re.compile(
    rb"(?:From|To|Cc|Date|Subject|Message-ID|Delivered-To|List-(?:Id|Post|Unsubscribe)|Auto-Submitted|Precedence"
    rb"|X-Gmail-Labels|X-Mozilla-Status)[ \t]*:",
    re.IGNORECASE,
)
LONGEST = 1 << 14
"""Bytes of one line that are kept."""

MOST = 1 << 17
"""Bytes of the wanted headers of one message that are kept."""

FLAGS = re.compile(r"[:;]2,([A-Za-z]*)$")
PARTS = ("cur", "new")
UNREADABLE = "cannot be opened"

REASONS = {
    **dict.fromkeys(("spam", "junk", "posta indesiderata", "wiadomości-śmieci"), "spam"),
    **dict.fromkeys(("trash", "bin", "deleted items", "deleted messages", "cestino", "kosz"), "in the bin"),
    **dict.fromkeys(("drafts", "draft", "bozze", "wersje robocze", "kopie robocze", "szkice"), "a draft"),
}
"""Labels and folders whose messages are left out, English, Italian and Polish."""


class Message(NamedTuple):
    """The headers of one message that are asked for, where it is, and what its place says against it."""

    where: str
    headers: bytes
    reason: str = ""
    problem: str = ""


class Block:
    """Headers as they come, line by line: only those that are wanted, and no more than fit."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.size = 0
        self.is_wanted = False

    def take(self, line: bytes, *, is_new: bool) -> None:
        """Keep the line if it belongs to a header that is wanted; a line cut in two goes on with `is_new` false."""
        if is_new and line[:1] not in {b" ", b"\t"}:
            self.is_wanted = WANTED.match(line) is not None
        if is_new and self.is_wanted and self.size < MOST:
            self.lines.append(line)
            self.size += len(line)

    @property
    def headers(self) -> bytes:
        """All that was kept."""
        return b"".join(line if line.endswith(b"\n") else line + b"\n" for line in self.lines)


def mbox_messages(stream: BinaryIO) -> Iterator[Message]:
    """The messages of an mbox file: a new one begins only where a line `From ... 2026` is followed by a header."""
    block: Block | None = None
    begun, number, is_new, is_body, may_begin = 0, 0, True, True, False
    while line := stream.readline(LONGEST):
        number += is_new
        if may_begin and HEADER.match(line):
            if block:
                yield Message(f"line {begun}", block.headers)
            block, begun, is_body = Block(), number - 1, False
        if block and not is_body:
            is_body = is_new and not line.strip()
            block.take(line, is_new=is_new)
        may_begin = is_new and FROM_LINE.match(line) is not None
        is_new = line.endswith(b"\n")
    if block:
        yield Message(f"line {begun}", block.headers)


def maildir_messages(folder: Path) -> Iterator[Message]:
    """The messages of a Maildir, without those of the mail folders in it; links are not followed."""
    reason = label_reason(folder.name.lower().lstrip(".").rpartition(".")[2])
    for part in PARTS:
        for name in sorted(files(folder / part)):
            yield maildir_message(folder / part / name, f"{part}/{name}", reason)


def is_maildir(folder: Path) -> bool:
    """Whether the folder has in it what a Maildir has, itself and not behind links."""
    return all((folder / part).is_dir() and not (folder / part).is_symlink() for part in PARTS)


def files(folder: Path) -> list[str]:
    """The names of the regular files of a folder."""
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]


def label_reason(label: str) -> str:
    """Why a message with that label, in small letters, does not count; empty when it does."""
    return REASONS.get(label.strip(), "")


def maildir_message(path: Path, name: str, reason: str) -> Message:
    """The message of a file, unless its flags say that it is a draft or thrown away."""
    where = os.fsencode(name).decode("utf-8", errors="replace")
    found = FLAGS.search(path.name)
    flags = found[1] if found else ""
    reason = reason or ("a draft" if "D" in flags else "in the bin" if "T" in flags else "")
    if reason:
        return Message(where, b"", reason)
    try:
        with opened(path) as stream:
            return Message(where, first_headers(stream))
    except OSError:
        return Message(where, b"", problem=UNREADABLE)


def opened(path: Path) -> BinaryIO:
    """The file open for reading; OSError when a link or anything but a file took its place meanwhile."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    stream = open(descriptor, "rb")  # noqa: PTH123, SIM115
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return stream
    stream.close()
    raise OSError(UNREADABLE)


def first_headers(stream: BinaryIO) -> bytes:
    """The wanted headers at the beginning of a stream, up to the first empty line."""
    block, is_new = Block(), True
    while (line := stream.readline(LONGEST)) and (line.strip() or not is_new):
        block.take(line, is_new=is_new)
        is_new = line.endswith(b"\n")
    return block.headers
