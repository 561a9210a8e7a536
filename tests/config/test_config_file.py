"""Reading the configuration file: what it says, what is wrong with it and where."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.config import DEFAULTS
from netlog.config_file import LARGEST_BYTES, describe, one, read, values
from netlog.domain.views import Option
from netlog.errors import BadConfiguration
from netlog.options import NAMED, UnknownOption

EVERYTHING = """\
# how many people a morning
per_day = 2.5
day_order = "mdy"

[cadence]
inner = "10d"
tag.founder = 60

[birthday]
lead_days = 14
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_missing_file_means_the_defaults(path: Path) -> None:
    assert read(path) == DEFAULTS
    assert values(path) == {}
    assert not path.exists()


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "[cadence]\n", "\ufeff"])
def test_an_empty_file_means_the_defaults(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")

    assert read(path) == DEFAULTS


def test_the_null_device_means_the_defaults() -> None:
    assert read(Path(os.devnull)) == DEFAULTS


def test_what_the_file_says_replaces_the_defaults(path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")

    config = read(path)

    assert (config.per_day, config.day_first, config.birthday_lead_days) == (2.5, False, 14)
    assert config.targets.tier_days == {"inner": 10, "close": 30, "active": 90, "wide": 365}
    assert config.targets.tag_days == {"founder": 60}


@pytest.mark.parametrize(
    "text",
    ["\ufeffper_day = 5\n", "per_day = 5\r\n", "per_day = '5'", "per_day = 5.0", f"per_day = 5\n # {'.' * 200}"],
)
def test_what_an_editor_leaves_in_a_file_does_no_harm(path: Path, text: str) -> None:
    path.write_bytes(text.encode())

    assert read(path).per_day == 5.0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("per_day =", 1),
        ("per_day = 3\nday_order = mdy\n", 2),
        ("\n\nper_day = 3\nper_day = 4\n", 4),
        ("per_day = 3\n[cadence\n", 2),
        ('day_order = """mdy\n\n', 3),
        ("per_day = 3\n\x00", 2),
        ("per_day = 3\rday_order = 1", 1),
    ],
)
def test_broken_toml_is_named_with_its_line(path: Path, text: str, line: int) -> None:
    path.write_bytes(text.encode())

    with pytest.raises(BadConfiguration) as caught:
        read(path)

    assert caught.value.message.startswith(f"{path}, line {line}: ")
    assert "\n" not in caught.value.message


def test_a_file_that_is_not_utf_8_is_named_with_its_line(path: Path) -> None:
    path.write_bytes("per_day = 3\n# caf\xe9\n".encode("latin-1"))

    with pytest.raises(BadConfiguration) as caught:
        read(path)

    assert caught.value.message == f"{path}, line 2: not UTF-8 text"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"per_day = {'9' * 5000}", id="long number"),
        pytest.param(f"per_day = {'[' * 20_000}", id="deep list"),
        pytest.param(f"per_day = {'{a=' * 20_000}", id="deep table"),
        pytest.param(f"per_day{'.a' * 500_000} = 1", id="deep key"),
        pytest.param(f"[cadence{'.a' * 500_000}]\n", id="deep header"),
        pytest.param(f"per_day = 0x{'f' * 20_000}", id="long hexadecimal"),
        pytest.param("per_day = 3 #".ljust(LARGEST_BYTES + 1, "-"), id="large"),
    ],
)
def test_a_file_made_to_do_harm_is_refused_in_one_line(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadConfiguration) as caught:
        read(path)

    assert "\n" not in caught.value.message
    assert str(path) in caught.value.message
    assert len(caught.value.message) < len(str(path)) + 200


def test_the_largest_file_allowed_is_read(path: Path) -> None:
    path.write_text("per_day = 5 #".ljust(LARGEST_BYTES, "-"), encoding="utf-8")

    assert read(path).per_day == 5.0


def test_a_folder_in_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()

    with pytest.raises(BadConfiguration, match="is a folder"):
        read(path)


def test_a_file_in_place_of_the_folder_is_refused(path: Path) -> None:
    path.write_text("")

    with pytest.raises(BadConfiguration, match="cannot read"):
        read(path / "config.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)

    with pytest.raises(BadConfiguration, match="is not a file"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges on Windows")
def test_a_link_to_itself_is_refused(path: Path) -> None:
    path.symlink_to(path)

    with pytest.raises(BadConfiguration, match="cannot read"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(path: Path) -> None:
    path.write_text("per_day = 3")
    path.chmod(0)

    with pytest.raises(BadConfiguration, match="cannot read"):
        read(path)


@pytest.mark.parametrize(
    ("text", "name", "guess"),
    [
        ("per_dya = 3", "per_dya", "per_day"),
        ("Per_Day = 3", "Per_Day", "per_day"),
        ("perday = 3", "perday", "per_day"),
        ("lead_days = 3", "lead_days", "birthday.lead_days"),
        ("[cadence]\niner = 3", "cadence.iner", "cadence.inner"),
        ("[cadence]\ntags.vip = 3", "cadence.tags", "cadence.tag.<tag>"),
        ("[birthdays]\nlead_days = 3", "birthdays", "birthday.lead_days"),
        ("zzz = 3", "zzz", None),
    ],
)
def test_an_unknown_key_is_named_with_its_nearest_match(path: Path, text: str, name: str, guess: str | None) -> None:
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UnknownOption) as caught:
        read(path)

    assert caught.value.message == f"there is no option “{name}” (in {path})"
    assert caught.value.hint == (f"did you mean {guess}?" if guess else "netlog config lists all options")
    assert caught.value.details() == {"option": name, "suggestions": [guess] if guess else []}


def test_a_wrong_value_names_the_file(path: Path) -> None:
    path.write_text("per_day = 0", encoding="utf-8")

    with pytest.raises(BadConfiguration) as caught:
        read(path)

    assert caught.value.message == f"per_day takes a number from 0.5 to 50, or learned, not “0” (in {path})"
    assert caught.value.hint == "for example: netlog config set per_day 2.5"


def test_the_description_names_every_option_and_where_its_value_comes_from(path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")

    described = describe(path)

    assert described.path == str(path)
    assert [option.name for option in described.options] == [*NAMED, "cadence.tag.founder"]
    assert {option.name: option.value for option in described.options if option.source == "file"} == {
        "per_day": "2.5",
        "day_order": "mdy",
        "birthday.lead_days": "14",
        "cadence.inner": "10",
        "cadence.tag.founder": "60",
    }


def test_without_a_file_every_value_is_the_default(path: Path) -> None:
    options = describe(path).options

    assert all(option.source == "default" and option.value == option.default for option in options)


def test_one_option_can_be_asked_for(path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")

    option = one(path, "cadence.inner")

    assert option == Option("cadence.inner", "10", "7", "file", "Days between contacts in tier inner.")


def test_a_tag_without_a_rule_has_no_value(path: Path) -> None:
    option = one(path, "cadence.tag.founder")

    assert (option.value, option.default, option.source) == ("", "", "default")


@pytest.mark.parametrize("name", ["cadence.iner", "cadence.Inner", "cadence.inner.x"])
def test_asking_for_an_unknown_option_names_the_nearest(path: Path, name: str) -> None:
    with pytest.raises(UnknownOption) as caught:
        one(path, name)

    assert caught.value.message == f"there is no option “{name}”"
    assert caught.value.hint == "did you mean cadence.inner?"


def refusal(path: Path) -> str:
    try:
        read(path)
    except BadConfiguration as problem:
        return problem.message
    return ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary()
    | st.text().map(str.encode)
    | st.lists(st.sampled_from(EVERYTHING)).map("".join).map(str.encode)
    | st.lists(st.sampled_from(EVERYTHING.split())).map(" ".join).map(str.encode)
)
def test_any_bytes_are_read_or_refused_in_one_line(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    assert len(refusal(path).splitlines()) <= 1


def test_reading_a_file_loads_no_writer_and_no_fuzzy_matcher() -> None:
    code = (
        "import sys, netlog.config_file\n"
        "print(*sorted({'tomlkit', 'platformdirs', 'rapidfuzz', 'tempfile'} & set(sys.modules)))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == ""
