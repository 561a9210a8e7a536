"""Changing the configuration file: one option changes, everything else stays as its author wrote it."""

import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.config import DEFAULTS
from netlog.config_edit import assign, unset
from netlog.config_file import describe, one, read, values
from netlog.domain.receipts import Configured
from netlog.errors import BadConfiguration, StorageProblem
from netlog.options import NAMED, UnknownOption, settle, written

COMMENTED = """\
# mine, by hand
per_day = 2 # on a good day

# who I want to see how often
[cadence]
inner = "10d"   # family, too
# not before spring:
close = 45

# cake
[birthday]
lead_days = 3
"""

SHAPES = (
    "",
    "# only this\n",
    COMMENTED,
    COMMENTED.replace("\n", "\r\n"),
    COMMENTED.rstrip("\n"),
    "cadence.inner = 7 # seven\n",
    "cadence.inner=7\nbirthday.lead_days=2\ncadence.tag.vip=3\n# end",
    "cadence = {inner = 7, tag = {vip = 3}} # tight\n",
    "cadence = {}\nbirthday = { }\n",
    "[cadence.tag]\nvip = 9\n",
    "[cadence]\ninner=7\n[birthday]\nlead_days=2\n# later\n[cadence.tag]\nvip=3\n",
    "[cadence.tag]\nvip = 9\n[cadence]\n# first\ninner=8\n",
    "[cadence]\ntag.vip = 3 # rule",
    '["cadence"]\n"inner" = 7\n',
    "cadence.inner = 7\nper_day = 3\ncadence.close = 8 # between\n# end\n",
    "[birthday]\n# none\n\n[cadence]\n\n# all\n",
)

VALUES = {
    "per_day": st.floats(0.5, 50).map(str) | st.integers(1, 50).map(str),
    "day_order": st.sampled_from(["dmy", "mdy", "MDY"]),
    "day_starts_at": st.integers(0, 12).map(str),
    "answer_days": st.integers(1, 90).map(str),
    "birthday.lead_days": st.integers(0, 60).map(str),
    "reciprocity_weight": st.floats(0, 0.3).map(str),
    **{f"backup.{name}": st.integers(1, 100).map(str) for name in ("daily", "weekly", "monthly", "last")},
    "worth.sauna": st.floats(0, 1).map(str),
}
CADENCE = st.integers(1, 3650).map(str) | st.sampled_from(["6w", "30d", "1y", "2 weeks"])
NAMES = [*NAMED, "cadence.tag.vip", "cadence.tag.open-source", "worth.sauna"]
CHANGES = st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), VALUES.get(name, CADENCE)))
ON_ONE_PATH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def comments(text: str) -> list[str]:
    return [line[line.index("#") :].strip() for line in text.splitlines() if "#" in line]


def test_the_first_option_makes_the_file(path: Path) -> None:
    receipt = assign(path, "per_day", "2.50")

    assert receipt == Configured("per_day", "3", "2.5", str(path))
    assert text_of(path) == "per_day = 2.5\n"


def test_an_option_of_a_group_is_written_below_its_heading(path: Path) -> None:
    receipt = assign(path, "cadence.tag.founder", "8w")

    assert receipt == Configured("cadence.tag.founder", "", "56", str(path))
    assert tomllib.loads(text_of(path)) == {"cadence": {"tag": {"founder": 56}}}


def test_one_line_changes_and_its_comment_stays(path: Path) -> None:
    write(path, COMMENTED)

    receipt = assign(path, "cadence.inner", "2w")

    assert receipt == Configured("cadence.inner", "10d", "14", str(path))
    assert text_of(path) == COMMENTED.replace('"10d"', "14")


@pytest.mark.parametrize(
    ("name", "value", "after", "line"),
    [
        ("day_order", "mdy", "per_day = 2 # on a good day\n", 'day_order = "mdy"\n'),
        ("cadence.wide", "1y", "close = 45\n", "wide = 365\n"),
    ],
)
def test_a_new_option_does_not_come_between_a_heading_and_its_comment(
    path: Path, name: str, value: str, after: str, line: str
) -> None:
    write(path, COMMENTED)

    assign(path, name, value)

    assert text_of(path) == COMMENTED.replace(after, after + line)


def test_an_option_taken_out_has_its_default_again(path: Path) -> None:
    write(path, COMMENTED)

    receipt = unset(path, "cadence.close")

    assert receipt == Configured("cadence.close", "45", "30", str(path))
    assert text_of(path) == COMMENTED.replace("close = 45\n", "")


def test_taking_out_what_is_not_there_makes_no_file(path: Path) -> None:
    assert unset(path, "per_day") == Configured("per_day", "3", "3", str(path))
    assert not path.exists()


def test_setting_what_is_set_leaves_the_file_alone(path: Path) -> None:
    write(path, COMMENTED)
    before = path.stat()

    assign(path, "per_day", "2")

    assert path.stat() == before


@ON_ONE_PATH
@given(st.sampled_from(SHAPES), CHANGES)
def test_a_value_assigned_is_the_value_read_and_comments_survive(
    path: Path, shape: str, change: tuple[str, str]
) -> None:
    name, value = change
    write(path, shape)
    others = [option for option in describe(path).options if option.name != name]

    assign(path, name, value)

    assert one(path, name).value == written(settle(name, value))
    assert [option for option in describe(path).options if option.name != name] == others
    assert comments(text_of(path)) == comments(shape)


@ON_ONE_PATH
@given(st.sampled_from(SHAPES), st.lists(CHANGES, min_size=1, max_size=6))
def test_after_any_changes_all_undone_the_defaults_hold(path: Path, shape: str, changes: list[tuple[str, str]]) -> None:
    write(path, shape)
    for name, value in changes:
        assign(path, name, value)

    for name in NAMES:
        unset(path, name)

    assert read(path) == DEFAULTS
    assert {option.source for option in describe(path).options} == {"default"}


@pytest.mark.parametrize("name", ["per_dya", "cadence", "cadence.tag", "cadence.none", "birthday"])
@pytest.mark.parametrize("change", [lambda path, name: assign(path, name, "3"), unset])
def test_an_unknown_option_is_refused(path: Path, name: str, change: object) -> None:
    assert callable(change)
    write(path, COMMENTED)

    with pytest.raises(UnknownOption):
        change(path, name)

    assert text_of(path) == COMMENTED


@pytest.mark.parametrize("value", ["", "0", "many", "nan", "1\n2"])
def test_a_wrong_value_leaves_no_file_behind(path: Path, value: str) -> None:
    with pytest.raises(BadConfiguration, match="per_day takes a number"):
        assign(path, "per_day", value)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("value", ["Marco \udc8a", "\ud800", "a\0b", "one\ntwo"], ids=repr)
def test_a_text_that_no_file_can_hold_is_refused(path: Path, value: str) -> None:
    with pytest.raises(BadConfiguration, match="me takes names"):
        assign(path, "me", value)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["per_day = ", "a b", "per_day = 3\nper_day = 4\n", "\x00", "x" * (1 << 20) + "x"], ids=repr
)
def test_a_file_that_does_not_parse_is_left_alone(path: Path, text: str) -> None:
    write(path, text)

    with pytest.raises(BadConfiguration):
        assign(path, "per_day", "4")
    with pytest.raises(BadConfiguration):
        unset(path, "per_day")

    assert text_of(path) == text


@pytest.mark.parametrize("text", ["per_dya = 3\n", "cadence = 3\n", "per_day = 0\n", '"cadence.inner" = 3\n'])
def test_a_file_that_would_still_not_load_is_not_written(path: Path, text: str) -> None:
    write(path, text)

    with pytest.raises(BadConfiguration):
        assign(path, "cadence.inner", "5")

    assert text_of(path) == text


def test_a_wrong_value_in_the_file_can_be_put_right(path: Path) -> None:
    write(path, "per_day = 900 # hm\n")

    assert assign(path, "per_day", "9") == Configured("per_day", "900", "9", str(path))
    assert text_of(path) == "per_day = 9 # hm\n"


@pytest.mark.parametrize("name", ["per_dya", "extra.colour", "cadence.iner", "cadence.inner"])
def test_a_mistaken_key_can_be_taken_out(path: Path, name: str) -> None:
    *groups, key = name.split(".")
    write(path, "".join(f"[{group}]\n" for group in groups) + f'{key} = "wrong"\n')

    if groups == ["extra"]:
        name = "extra"
    unset(path, name)

    assert read(path) == DEFAULTS


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean little on Windows")
def test_file_and_new_folders_are_private(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "config.toml"

    assign(path, "per_day", "4")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent)] == [0o700] * 2
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges on Windows")
@pytest.mark.parametrize("text", ["per_day = 2 # kept\n", None])
def test_a_link_stays_a_link_and_its_target_changes(path: Path, tmp_path: Path, text: str | None) -> None:
    target = tmp_path / "dotfiles" / "netlog.toml"
    path.symlink_to(Path("dotfiles", "netlog.toml"))
    if text is not None:
        target.parent.mkdir()
        write(target, text)

    assign(path, "per_day", "4")

    assert path.is_symlink()
    assert values(target) == {"per_day": 4}
    assert comments(text_of(target)) == comments(text or "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such device on Windows")
def test_the_null_device_is_never_replaced() -> None:
    device = Path("/dev/null")

    with pytest.raises(BadConfiguration, match="is not a file"):
        assign(device, "per_day", "4")

    assert device.is_char_device()


def test_a_folder_in_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()

    with pytest.raises(BadConfiguration, match="is a folder"):
        assign(path, "per_day", "4")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to_is_a_storage_problem() -> None:
    path = Path("/proc/self/netlog/config.toml")

    with pytest.raises(StorageProblem, match=f"cannot write {path}"):
        assign(path, "per_day", "4")


FULL_AT_64_BYTES = """\
import resource, sys
from pathlib import Path
from netlog.config_edit import assign
from netlog.errors import StorageProblem
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
try:
    assign(Path(sys.argv[1]), "per_day", "4")
except StorageProblem as problem:
    print(problem.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files on Windows")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    write(path, COMMENTED)

    command = [sys.executable, "-c", FULL_AT_64_BYTES, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ended.stdout.startswith(f"cannot write {path}: ")
    assert text_of(path) == COMMENTED
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["config.toml", "con fig", "-", "конфиг"])
def test_no_temporary_file_stays(tmp_path: Path, name: str) -> None:
    assign(tmp_path / name, "per_day", "4")
    assign(tmp_path / name, "cadence.wide", "2y")

    assert [path.name for path in tmp_path.iterdir()] == [name]
