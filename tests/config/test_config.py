"""Options: what each accepts, what it refuses, and the settings they make."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.config import DEFAULTS, Config
from netlog.domain.cadence import TIERS, Targets
from netlog.domain.people import slug
from netlog.domain.retention import Kept
from netlog.errors import BadConfiguration, ExitCode
from netlog.options import (
    NAMED,
    SETTINGS,
    TAG_PREFIX,
    Setting,
    UnknownOption,
    Value,
    chosen,
    config_of,
    setting_named,
    settle,
    written,
)

ANY_TOML = st.recursive(
    st.text() | st.integers() | st.floats() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
KEYS = st.text() | st.sampled_from(["per_day", "cadence", "inner", "tag", "birthday", "lead_days", "a\nb"])


def config_from(nested: Mapping[str, object]) -> Config:
    return config_of(chosen(nested))


def test_without_a_file_the_defaults_hold() -> None:
    expected = Config(3.0, True, 4, Targets(), birthday_lead_days=7, answer_days=7)

    assert config_from({}) == expected
    assert expected == DEFAULTS


def test_every_setting_reaches_the_program() -> None:
    config = config_from(
        {
            "per_day": 1.5,
            "day_order": "mdy",
            "day_starts_at": 0,
            "answer_days": 3,
            "birthday": {"lead_days": 0},
            "cadence": {"inner": 5, "close": "6w", "default": "100", "tag": {"founder": "60d"}},
            "worth": {"sauna": 0.3, "like": "0"},
            "reciprocity_weight": 0.2,
            "backup": {"daily": 1, "weekly": 0, "monthly": 2, "last": "9"},
        }
    )

    targets = Targets({"inner": 5, "close": 42, "active": 90, "wide": 365}, {"founder": 60}, 100)
    worths = {"sauna": 0.3, "like": 0.0}
    assert config == Config(1.5, False, 0, targets, 0, 3, worths=worths, reciprocity=0.2, kept=Kept(1, 0, 2, 9))


def test_a_budget_may_be_learned() -> None:
    assert config_from({"per_day": " Learned "}).per_day is None


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        DEFAULTS.per_day = 4  # type: ignore[misc]


@pytest.mark.parametrize("setting", NAMED.values(), ids=lambda setting: setting.name)
def test_changing_an_option_to_its_example_changes_the_settings(setting: Setting) -> None:
    *groups, key = setting.name.split(".")
    nested: dict[str, object] = {key: setting.example}
    for group in reversed(groups):
        nested = {group: nested}

    assert config_from(nested) != DEFAULTS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_option_is_documented_by_one_sentence_and_a_working_example(setting: Setting) -> None:
    assert setting.help.endswith(".")
    assert "\n" not in setting.help
    assert setting.allowed
    assert setting.parse(setting.example) != setting.default


@pytest.mark.parametrize("setting", NAMED.values(), ids=lambda setting: setting.name)
def test_a_default_as_written_is_accepted_as_that_default(setting: Setting) -> None:
    assert settle(setting.name, written(setting.default)) == setting.default
    assert settle(setting.name, setting.default) == setting.default


def test_every_tier_that_is_nudged_has_an_option() -> None:
    tiers = [name.removeprefix("cadence.") for name in NAMED if name.startswith("cadence.")]

    assert sorted(tiers) == sorted([*(tier for tier in TIERS if tier != "none"), "default"])


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("per_day", "0.5", 0.5),
        ("per_day", 50, 50.0),
        ("per_day", " 2 ", 2.0),
        ("day_order", "MDY", "mdy"),
        ("day_starts_at", "12", 12),
        ("answer_days", 90, 90),
        ("birthday.lead_days", "0", 0),
        ("cadence.inner", "1", 1),
        ("cadence.inner", 3650, 3650),
        ("cadence.inner", "6w", 42),
        ("cadence.inner", " 30d ", 30),
        ("cadence.inner", "1y", 365),
        ("cadence.tag.founder", "2 weeks", 14),
    ],
)
def test_a_value_may_be_written_in_several_ways(name: str, raw: object, value: object) -> None:
    assert settle(name, raw) == value


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("per_day", "0.49"),
        ("per_day", "50.1"),
        ("per_day", "nan"),
        ("per_day", "inf"),
        ("per_day", "many"),
        ("per_day", ""),
        ("per_day", True),
        pytest.param("per_day", 10**400, id="huge"),
        ("per_day", [3]),
        ("per_day", {"monday": 3}),
        ("day_order", "ymd"),
        ("day_order", 1),
        ("day_starts_at", "13"),
        ("day_starts_at", -1),
        ("day_starts_at", "4.5"),
        ("day_starts_at", 4.0),
        ("day_starts_at", False),
        ("day_starts_at", "04:00"),
        ("answer_days", 0),
        ("birthday.lead_days", 61),
        ("cadence.inner", 0),
        ("cadence.inner", -7),
        ("cadence.inner", 3651),
        ("cadence.inner", 7.5),
        ("cadence.inner", "11y"),
        ("cadence.inner", "soon"),
        ("cadence.inner", ""),
        pytest.param("cadence.inner", "9" * 5000, id="long text"),
        pytest.param("cadence.inner", 10**5000, id="long"),
        ("cadence.inner", True),
        ("cadence.inner", date(2026, 11, 20)),
        ("cadence.tag.founder", "never"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_allowed_and_an_example(name: str, raw: object) -> None:
    setting = setting_named(name)

    with pytest.raises(BadConfiguration) as caught:
        settle(name, raw)

    assert caught.value.message.startswith(f"{name} takes {setting.allowed}, not ")
    assert caught.value.hint == f"for example: netlog config set {name} {setting.example}"
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\nb", "“a b”"),
        (True, "true"),
        ([1], "a list"),
        ({}, "a group"),
        (date(2026, 11, 20), "a date"),
        pytest.param(10**5000, "so long a number", id="long"),
    ],
)
def test_a_wrong_value_is_shown_on_one_line(raw: object, shown: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        settle("cadence.inner", raw)

    assert caught.value.message.endswith(f", not {shown}")


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"per_dya": 3}, "per_dya"),
        ({"cadence": {"iner": 3}}, "cadence.iner"),
        ({"cadence": {"none": 3}}, "cadence.none"),
        ({"birthday": {"lead_days": 3, "cake": True}}, "birthday.cake"),
        ({"cadence.inner": 3}, "cadence.inner"),
        ({"plugins": {"a": 1}}, "plugins"),
        ({"": 1}, ""),
    ],
)
def test_an_unknown_key_is_named(values: dict[str, object], name: str) -> None:
    with pytest.raises(UnknownOption) as caught:
        config_from(values)

    assert caught.value.details()["option"] == name
    assert caught.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("values", [{"cadence": 7}, {"cadence": {"tag": "60d"}}, {"birthday": [7]}])
def test_a_group_of_options_has_no_value_itself(values: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration, match="is a group of options"):
        config_from(values)


@pytest.mark.parametrize("tag", ["Founder", "łódź", "a b", "a.b", "-a", "a--b", "", "a_b"])
def test_a_tag_that_no_entry_can_have_is_refused(tag: str) -> None:
    with pytest.raises(BadConfiguration, match="a tag is written in"):
        setting_named(f"{TAG_PREFIX}{tag}")


@pytest.mark.parametrize("share", [-0.1, 1.01, "much", "nan", True, [1]])
def test_a_worth_outside_0_to_1_is_refused(share: object) -> None:
    with pytest.raises(BadConfiguration, match=r"worth\.sauna takes a number from 0 to 1, not"):
        settle("worth.sauna", share)


@pytest.mark.parametrize(("word", "kind"), [("mail", "email"), ("whatsapp", "message"), ("liked", "like")])
def test_a_worth_of_a_word_for_another_kind_names_that_kind(word: str, kind: str) -> None:
    with pytest.raises(BadConfiguration, match=f"another word for {kind}") as caught:
        settle(f"worth.{word}", 0.5)

    assert f"worth.{kind}" in str(caught.value.hint)


@given(st.text().map(slug).filter(bool))
def test_every_tag_that_an_entry_can_have_can_have_a_rule(tag: str) -> None:
    config = config_from({"cadence": {"tag": {tag: 5}}})

    assert config.targets == DEFAULTS.targets._replace(tag_days={tag: 5})


def settled(name: str, raw: object) -> Value | BadConfiguration:
    try:
        return settle(name, raw)
    except BadConfiguration as problem:
        return problem


@given(st.sampled_from([*NAMED, "cadence.tag.founder"]), ANY_TOML)
def test_any_value_settles_for_good_or_is_refused_in_one_line(name: str, raw: object) -> None:
    value = settled(name, raw)

    if isinstance(value, BadConfiguration):
        assert "\n" not in value.message
    else:
        assert settle(name, value) == settle(name, written(value)) == value


def understood(values: dict[str, object]) -> Config | BadConfiguration:
    try:
        return config_from(values)
    except BadConfiguration as problem:
        return problem


@given(st.dictionaries(KEYS, ANY_TOML | st.dictionaries(KEYS, ANY_TOML)))
def test_any_table_is_understood_or_refused_in_one_line(values: dict[str, object]) -> None:
    answer = understood(values)

    assert isinstance(answer, Config) or "\n" not in answer.message


def test_reading_options_costs_no_reader_of_files() -> None:
    code = (
        "import sys, netlog.options\n"
        "print(*sorted({'tomllib', 'tomlkit', 'platformdirs', 'rapidfuzz', 'difflib'} & set(sys.modules)))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == ""


def test_the_defaults_are_those_of_the_table() -> None:
    assert config_from({}) == DEFAULTS
