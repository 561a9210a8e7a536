"""Where there is something to read: what becomes a source, what is refused, and that no trap is stepped into."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import FormatProblem, shorten
from netlog.formats import opening
from netlog.formats.opening import sources
from netlog.interchange import Source

CARD = "BEGIN:VCARD\r\nFN:Zoë Nowak\r\nEND:VCARD\r\n".encode()
EMPTY = io.BytesIO()


def content(source: Source) -> bytes:
    with source.open() as stream:
        return stream.read()


def found(path: Path | None, stdin: BinaryIO = EMPTY) -> dict[str, bytes]:
    """What is read at the path, by the names of the sources."""
    with sources(path, stdin) as each:
        return {source.name: content(source) for source in each}


def refusal(path: Path | None, stdin: BinaryIO = EMPTY) -> str:
    with pytest.raises(FormatProblem) as refused, sources(path, stdin):
        pass
    return refused.value.message


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """An archive of those members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Writes an archive of members, under a name that does not say so."""

    def write(*members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
        path = tmp_path / "export.data"
        path.write_bytes(packed(*members))
        return path

    return write


def test_a_file_is_one_source_that_opens_as_often_as_needed(tmp_path: Path) -> None:
    path = tmp_path / "people.vcf"
    path.write_bytes(CARD)

    with sources(path, EMPTY) as each:
        (source,) = each
        assert (source.name, source.head, source.path) == ("people.vcf", CARD, None)
        assert content(source) == content(source) == CARD


def test_the_head_of_a_long_file_is_its_first_64_kib(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"name\n" * 100_000)

    with sources(path, EMPTY) as each:
        assert [len(source.head) for source in each] == [64 * 1024]


@pytest.mark.parametrize("path", [None, Path("-")])
def test_standard_input_is_kept_in_a_private_file_that_goes_away(path: Path | None) -> None:
    with sources(path, io.BytesIO(CARD)) as each:
        (source,) = each
        with source.open() as stream:
            copy = Path(str(getattr(stream, "name", "")))
        assert (source.name, content(source), content(source)) == ("standard input", CARD, CARD)
        assert copy.is_relative_to(gettempdir())
        assert [stat.S_IMODE(place.stat().st_mode) for place in (copy, copy.parent)] == [0o600, 0o700]

    assert not copy.parent.exists()


def test_what_standard_input_gave_goes_away_when_reading_it_fails() -> None:
    before = set(Path(gettempdir()).glob("netlog-*/input"))

    assert "damaged" in refusal(None, io.BytesIO(b"PK\x03\x04 no archive"))
    assert set(Path(gettempdir()).glob("netlog-*/input")) <= before


def test_an_archive_on_standard_input_is_looked_into() -> None:
    assert found(None, io.BytesIO(packed(("a.vcf", CARD)))) == {"standard input/a.vcf": CARD}


def test_a_folder_gives_its_files_by_name_without_the_hidden_and_the_linked(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.vcf", "b/łódź.vcf", "a.csv", ".hidden", ".git/config"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "linked.vcf").symlink_to(tmp_path / "z.vcf")
    (tmp_path / "round").symlink_to(tmp_path)

    assert list(found(tmp_path).items()) == [(name, name.encode()) for name in ("a.csv", "b/łódź.vcf", "z.vcf")]


def test_a_mail_folder_is_one_source_and_so_is_each_inside_it(tmp_path: Path) -> None:
    for folder in ("Mail", "Mail/.Sent", "Mail/.Sent.2025", "Mail/work"):
        for part in ("cur", "new", "tmp"):
            (tmp_path / folder / part).mkdir(parents=True)
        (tmp_path / folder / "cur" / "1700000000.a.host:2,S").write_bytes(b"From: a@example.org\n\n")
    (tmp_path / "Mail" / "dovecot-uidlist").write_bytes(b"3 V1\n")
    (tmp_path / "note.txt").write_bytes(b"hello")

    with sources(tmp_path, EMPTY) as each:
        kinds = [(source.name, source.path, source.head) for source in each]
    mail = [(name, tmp_path / name, b"") for name in ("Mail", "Mail/.Sent", "Mail/.Sent.2025", "Mail/work")]
    assert kinds == [*mail, ("note.txt", None, b"hello")]


def test_a_mail_folder_given_by_itself_goes_by_its_own_name(tmp_path: Path) -> None:
    for part in ("cur", "new"):
        (tmp_path / "Posta" / part).mkdir(parents=True)

    assert found(tmp_path / "Posta") == {"Posta": b""}


def test_a_folder_with_a_thousand_and_one_files_is_no_archive_and_read(tmp_path: Path) -> None:
    for number in range(1_001):
        (tmp_path / f"{number}.vcf").touch()

    assert len(found(tmp_path)) == 1_001


def test_an_archive_is_known_by_its_content_and_gives_its_members_by_name(archive: Callable[..., Path]) -> None:
    path = archive(("Takeout/", b""), ("Takeout/b.mbox", b"From "), ("Connections.csv", b"First Name"))

    assert list(found(path).items()) == [
        ("export.data/Connections.csv", b"First Name"),
        ("export.data/Takeout/b.mbox", b"From "),
    ]


def test_what_is_hidden_in_an_archive_is_left_out(archive: Callable[..., Path]) -> None:
    path = archive(("__MACOSX/._a.vcf", b"x"), (".DS_Store", b"x"), ("a/.b/c.vcf", b"x"), ("a.vcf", CARD))

    assert found(path) == {"export.data/a.vcf": CARD}


def test_an_archive_inside_an_archive_is_not_looked_into(archive: Callable[..., Path]) -> None:
    inner = packed(("a.vcf", CARD))

    assert found(archive(("inner.zip", inner))) == {"export.data/inner.zip": inner}


def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(packed(("a.vcf", b"one"), ("a.vcf", b"two")))

    with sources(path, EMPTY) as each:
        assert [content(source) for source in each] == [b"one", b"two"]


def linked(mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("people.vcf")
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a.vcf", "a/../../b.vcf", "..\\a.vcf", "C:\\a.vcf", "c:a.vcf", "\\\\host\\share\\a.vcf"]
)
def test_a_member_that_names_a_place_outside_is_refused(archive: Callable[..., Path], name: str) -> None:
    path = archive(("a.vcf", CARD), (zipfile.ZipInfo(name), b"x"))

    assert refusal(path).endswith("in “export.data” names a place outside the archive")
    assert sorted(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_member_that_is_a_link_or_a_device_is_refused(archive: Callable[..., Path], mode: int) -> None:
    assert refusal(archive((linked(mode | 0o777), b"/etc/passwd"))).endswith("is no plain file")


def with_field(content: bytes, at: int, value: int) -> bytes:
    """The archive with a field of its first member changed, where it begins and in the table of contents."""
    begin = content.index(b"PK\x01\x02")
    both = ((begin + at, value), (at - 2, value))
    for place, number in both:
        content = content[:place] + struct.pack("<H", number) + content[place + 2 :]
    return content


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [(8, 0x01, "is encrypted"), (8, 0x41, "is encrypted"), (8, 0x20, "packed in a way"), (10, 99, "packed in a way")],
)
def test_a_member_that_cannot_be_unpacked_is_refused(tmp_path: Path, field: int, value: int, reason: str) -> None:
    path = tmp_path / "locked.zip"
    path.write_bytes(with_field(packed(("a.vcf", CARD)), field, value))

    assert reason in refusal(path)


def test_an_archive_of_more_than_a_thousand_files_is_refused(archive: Callable[..., Path]) -> None:
    members = [(f"{number}.vcf", b"") for number in range(1_001)]

    assert len(found(archive(*members[:1_000]))) == 1_000
    assert refusal(archive(*members)) == "“export.data” holds more than 1,000 files"


def test_a_member_that_expands_too_much_is_refused(archive: Callable[..., Path]) -> None:
    assert "expands more than 100 times" in refusal(archive(("bomb.csv", bytes(1 << 20))))


def test_an_archive_that_expands_too_far_in_all_is_refused(
    archive: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1 << 20)
    halves = [(name, os.urandom(600 << 10)) for name in ("a.mbox", "b.mbox")]

    assert len(found(archive(halves[0]))) == 1
    assert refusal(archive(*halves)) == "“export.data” expands to more than 1 MiB"


def test_a_table_of_contents_too_long_to_be_honest_is_not_read_whole(archive: Callable[..., Path]) -> None:
    path = archive(*((f"{'long' * 200}{number}", b"") for number in range(2_000)))

    assert refusal(path) == "“export.data” is a damaged archive"


@pytest.mark.parametrize("size", [4, 30, 60, 100, 200])
def test_half_an_archive_is_called_damaged(tmp_path: Path, size: int) -> None:
    path = tmp_path / "half.zip"
    path.write_bytes(packed(("a.vcf", os.urandom(200)), ("b.vcf", CARD))[:size])

    assert refusal(path) == "“half.zip” is a damaged archive"


def test_damage_in_the_last_member_shows_before_the_first_is_read(tmp_path: Path) -> None:
    whole = packed(("a.vcf", CARD), ("b.vcf", b"unmistakable" + os.urandom(200)))
    path = tmp_path / "bitten.zip"
    path.write_bytes(whole.replace(b"unmistakable", b"unmistakeble"))

    assert refusal(path) == "“bitten.zip” is a damaged archive"


@pytest.mark.parametrize("members", [(), (("folder/", b""), (".hidden", b"x"))])
def test_an_archive_with_nothing_to_read_is_refused(
    archive: Callable[..., Path], members: tuple[tuple[str, bytes], ...]
) -> None:
    assert refusal(archive(*members)) == "there is no file in “export.data”"


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / ".hidden").touch()

    assert refusal(tmp_path) == f"there is no file in {shorten(str(tmp_path))}"


@pytest.mark.parametrize(("name", "reason"), [("none.vcf", "there is no file"), ("x" * 300, "cannot read")])
def test_a_file_that_is_not_there_is_refused(name: str, reason: str) -> None:
    assert refusal(Path(name)).startswith(reason)


def test_a_pipe_and_a_device_are_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path / "pipe").endswith("is neither a file nor a folder")
    assert refusal(Path(os.devnull)).endswith("is neither a file nor a folder")


def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.vcf").write_bytes(CARD)

    assert found(tmp_path) == {"a.vcf": CARD}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("is_in_folder", [False, True])
def test_a_file_that_may_not_be_read_is_refused_by_name(tmp_path: Path, is_in_folder: bool) -> None:
    path = tmp_path / "closed.vcf"
    path.touch(mode=0)

    with pytest.raises(FormatProblem, match=r"cannot read “closed.vcf”: Permission denied"):
        found(tmp_path if is_in_folder else path)


def test_a_file_that_goes_away_while_its_folder_is_read_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "gone.vcf"
    path.touch()

    with sources(tmp_path, EMPTY) as each:
        path.unlink()
        with pytest.raises(FormatProblem, match=r"cannot read “gone.vcf”: No such file"):
            next(each)


WHOLE = packed(("a.vcf", CARD), ("mail/b.mbox", b"From " * 50))


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.binary())
def test_a_changed_archive_is_read_or_refused(changes: list[tuple[int, int]], tail: bytes) -> None:
    changed = bytearray(WHOLE)
    for place, value in changes:
        changed[place] = value
    with suppress(FormatProblem):
        assert sum(map(len, found(None, io.BytesIO(bytes(changed) + tail)).values())) < 1 << 20


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_whatever_standard_input_gives_is_a_source_unless_it_begins_as_an_archive(given_bytes: bytes) -> None:
    if not given_bytes.startswith(b"PK"):
        assert found(None, io.BytesIO(given_bytes)) == {"standard input": given_bytes}
    assert refusal(None, io.BytesIO(b"PK\x03\x04" + given_bytes)) == "“standard input” is a damaged archive"
