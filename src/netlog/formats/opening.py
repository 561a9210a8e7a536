"""Where there is something to read: a file, a folder, an archive or standard input, each as plain sources."""

import os
import shutil
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BufferedReader, BytesIO, FileIO
from pathlib import Path, PurePath, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from netlog.errors import FormatProblem, shorten
from netlog.interchange import HEAD_BYTES, Source

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins: with its first file, or with its end when it is empty."""

MOST_ENTRIES = 1_000
MOST_BYTES = 512 << 20
"""What an archive may expand to: exports are small, but the mail of many years is one large file."""

MOST_RATIO = 100
SIP = 1 << 20
ENCRYPTED, PATCHED = 0x41, 0x20
UNPACK = "if you trust it, unpack it and import the folder"
DAMAGE = (BadZipFile, EOFError, NotImplementedError, OSError, OverflowError, struct.error, ValueError, zlib.error)


@contextmanager
def sources(path: Path | None, stdin: BinaryIO) -> Iterator[Iterator[Source]]:
    """What there is to read at the path, or on standard input for None and `-`; it stays open as long as the context.

    A folder gives its files and the mail folders in it, an archive its members; raises FormatProblem.
    """
    if path is None or path == Path("-"):
        with _kept(stdin) as copy, _in_file(copy, "standard input") as found:
            yield found
    elif _is_folder(path):
        yield _in_folder(path)
    else:
        with _in_file(path, path.name) as found:
            yield found


@contextmanager
def _kept(stream: BinaryIO) -> Iterator[Path]:
    """A private copy of a stream that can be read only once."""
    with TemporaryDirectory(prefix="netlog-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "input")
        try:
            copy.touch(mode=0o600, exist_ok=False)
            with copy.open("wb") as file:
                shutil.copyfileobj(stream, file)
        except OSError as problem:
            raise _unreadable("standard input", problem) from problem
        yield copy


def _is_folder(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise FormatProblem(f"there is no file {shorten(str(path))}") from None
    except (OSError, ValueError) as problem:
        raise _unreadable(str(path), problem) from problem
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise FormatProblem(
            f"{shorten(str(path))} is neither a file nor a folder", hint="to read what another program writes, give -"
        )
    return stat.S_ISDIR(mode)


@contextmanager
def _in_file(path: Path, name: str) -> Iterator[Iterator[Source]]:
    """The file itself or, of an archive, its members."""
    source = _of_file(path, name)
    if not source.head.startswith(ZIP):
        yield iter((source,))
        return
    with _Sipped(FileIO(path)) as file, _opened_archive(file, name) as archive:
        yield (_of_member(archive, info, name) for info in _members(archive, name))


def _of_file(path: Path, name: str) -> Source:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as problem:
        raise _unreadable(name, problem) from problem
    return Source(name, head, lambda: path.open("rb"))


def _in_folder(folder: Path) -> Iterator[Source]:
    try:
        found = list(_walk(folder))
    except OSError as problem:
        raise _unreadable(str(folder), problem) from problem
    if not found:
        raise FormatProblem(f"there is no file in {shorten(str(folder))}")
    return (_within(folder, path) for path in found)


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder and the mail folders, which are not looked into, by name.

    Hidden files and symbolic links are left out; only the folders of a mail folder begin with a dot by custom.
    """
    is_mail = _is_maildir(folder)
    if is_mail:
        yield folder
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path, is_hidden = Path(entry.path), entry.name.startswith(".")
        if entry.is_dir(follow_symlinks=False):
            if _is_maildir(path) or not (is_mail or is_hidden):
                yield from _walk(path)
        elif entry.is_file(follow_symlinks=False) and not (is_mail or is_hidden):
            yield path


def _is_maildir(folder: Path) -> bool:
    return all((folder / part).is_dir() and not (folder / part).is_symlink() for part in ("cur", "new"))


def _within(folder: Path, path: Path) -> Source:
    name = folder.name if path == folder else path.relative_to(folder).as_posix()
    return Source(name, b"", BytesIO, path) if _is_maildir(path) else _of_file(path, name)


class _Sipped(BufferedReader):
    """A file read a mebibyte at a time at most: zipfile takes an archive's table of contents in one gulp.

    So a table too long for any honest archive comes out cut off, and counts as damaged.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(SIP if size is None or not 0 <= size <= SIP else size)


def _opened_archive(file: BinaryIO, name: str) -> ZipFile:
    try:
        return ZipFile(file)
    except DAMAGE as problem:
        raise _damaged(name) from problem


def _members(archive: ZipFile, name: str) -> list[ZipInfo]:
    """What there is to read in an archive, by name; one that is a trap, or damaged, is refused before."""
    held = archive.infolist()
    if len(held) > MOST_ENTRIES:
        raise FormatProblem(f"{shorten(name)} holds more than {MOST_ENTRIES:,} files", hint=UNPACK)
    for info in held:
        if fault := _fault(info):
            raise FormatProblem(f"{shorten(info.filename)} in {shorten(name)} {fault}", hint=UNPACK)
    if sum(info.file_size for info in held) > MOST_BYTES:
        raise FormatProblem(f"{shorten(name)} expands to more than {MOST_BYTES >> 20} MiB", hint=UNPACK)
    _prove(archive, name)
    members = [info for info in held if not _is_left_out(info)]
    if not members:
        raise FormatProblem(f"there is no file in {shorten(name)}")
    return sorted(members, key=lambda info: info.filename)


def _prove(archive: ZipFile, name: str) -> None:
    """Read the archive once to its end, so that damage shows before half of it is taken in."""
    try:
        is_damaged = archive.testzip() is not None
    except DAMAGE as problem:
        raise _damaged(name) from problem
    if is_damaged:
        raise _damaged(name)


def _fault(info: ZipInfo) -> str | None:
    """Why a member is refused, if it is; a name is a path on Windows too, whatever this system is."""
    path = PureWindowsPath(info.filename)
    faults = {
        "names a place outside the archive": bool(path.anchor) or ".." in path.parts,
        "is no plain file": stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR},
        "is encrypted": bool(info.flag_bits & ENCRYPTED),
        "is packed in a way that netlog cannot read": bool(info.flag_bits & PATCHED)
        or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED},
        f"expands more than {MOST_RATIO} times": info.file_size > MOST_RATIO * max(info.compress_size, 1),
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)


def _is_left_out(info: ZipInfo) -> bool:
    """Whether a member is a folder, hidden, or what macOS adds to archives."""
    parts = PurePath(info.filename).parts
    return info.is_dir() or any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _of_member(archive: ZipFile, info: ZipInfo, name: str) -> Source:
    """A member, named with its archive; an archive in the archive is a file like others, and never opened."""
    opened = partial(archive.open, info)
    with opened() as stream:
        head = stream.read(HEAD_BYTES)
    return Source(f"{name}/{info.filename}", head, lambda: cast("BinaryIO", opened()))


def _unreadable(name: str, problem: OSError | ValueError) -> FormatProblem:
    why = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
    return FormatProblem(f"cannot read {shorten(name)}: {why}")


def _damaged(name: str) -> FormatProblem:
    return FormatProblem(f"{shorten(name)} is a damaged archive", hint="download or copy it once more")
