"""Where things live: the rule by hand, and that it is the rule of platformdirs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from platformdirs.unix import Unix

from netlog import folders, paths
from netlog.errors import BadConfiguration

HOMES = (None, "", "/home/giulia", "/home/giulia/", "/", "//", "home/giulia", ".", "~", "/home/żółw dom")
BASES = (None, "", "/data", "/data/", "/data//", "/", "//data", "data", "./data", "~/data", "~", " /data")

on_posix = pytest.mark.skipif(sys.platform in paths.OWN_RULES, reason="this platform has rules of its own")


def environment(home: str | None, base: str | None) -> dict[str, str]:
    named = {"HOME": home, "XDG_DATA_HOME": base, "XDG_CONFIG_HOME": base}
    return {name: value for name, value in named.items() if value is not None}


def use(monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str]) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)


@on_posix
@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("home", HOMES)
def test_the_rule_by_hand_is_the_rule_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, home: str | None, base: str | None
) -> None:
    environ = environment(home, base)
    use(monkeypatch, environ)
    theirs = Unix("netlog", appauthor=False)

    assert paths.data_folder(environ) == theirs.user_data_dir
    assert paths.config_folder(environ) == theirs.user_config_dir
    assert Path(str(paths.store(environ))) == folders.store_path()
    assert Path(str(paths.config(environ))) == folders.config_path()


@on_posix
def test_an_account_without_a_home_folder_is_left_to_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, {})
    monkeypatch.setattr(os, "getuid", lambda: 2_000_000_011)

    assert paths.store({}) is None
    assert paths.config({}) is None
    with pytest.raises(BadConfiguration) as caught:
        folders.store_path()
    assert caught.value.hint == "set HOME or NETLOG_DB"
    with pytest.raises(BadConfiguration) as caught:
        folders.config_path()
    assert caught.value.hint == "set HOME or NETLOG_CONFIG"


@pytest.mark.parametrize("platform", sorted(paths.OWN_RULES))
def test_platforms_with_rules_of_their_own_are_not_guessed(platform: str) -> None:
    environ = environment("/home/giulia", "/data")

    assert paths.store(environ, platform=platform) is None
    assert paths.config(environ, platform=platform) is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    ("option", "variable", "store"),
    [
        ("/a/b.db", "/c/d.db", "/a/b.db"),
        (None, "/c/d.db", "/c/d.db"),
        ("b.db", None, "b.db"),
        (None, "../d.db", "../d.db"),
        ("~/b.db", None, "/home/giulia/b.db"),
        (None, "~/d.db", "/home/giulia/d.db"),
        ("~", None, "/home/giulia"),
        (None, "~nobody-of-this-name/d.db", "~nobody-of-this-name/d.db"),
        ("a~/b.db", None, "a~/b.db"),
        (" ", None, " "),
        ("", "/c/d.db", "."),
    ],
)
def test_a_named_journal_is_taken_as_named(option: str | None, variable: str | None, store: str, platform: str) -> None:
    environ = environment("/home/giulia", None) | ({"NETLOG_DB": variable} if variable else {})

    assert paths.store(environ, option, platform=platform) == store


@on_posix
@pytest.mark.parametrize(
    ("environ", "store", "config"),
    [
        ({"NETLOG_DB": "", "NETLOG_CONFIG": ""}, "/h/.local/share/netlog/journal.db", "/h/.config/netlog/config.toml"),
        ({"XDG_DATA_HOME": "/d"}, "/d/netlog/journal.db", "/h/.config/netlog/config.toml"),
        ({"XDG_CONFIG_HOME": "/c"}, "/h/.local/share/netlog/journal.db", "/c/netlog/config.toml"),
        ({"XDG_CONFIG_HOME": "c"}, "/h/.local/share/netlog/journal.db", "/h/.config/netlog/config.toml"),
        ({"NETLOG_CONFIG": "~/n.toml"}, "/h/.local/share/netlog/journal.db", "/h/n.toml"),
        ({"NETLOG_CONFIG": "n.toml", "NETLOG_DB": "~"}, "/h", "n.toml"),
    ],
)
def test_what_is_not_named_lies_in_the_folders_of_the_user(environ: dict[str, str], store: str, config: str) -> None:
    assert paths.store({"HOME": "/h"} | environ) == store
    assert paths.config({"HOME": "/h"} | environ) == config


@on_posix
def test_a_home_folder_that_is_the_root_is_the_root() -> None:
    assert paths.expanded("~", {"HOME": "/"}) == "/"
    assert paths.expanded("~/a", {"HOME": "/"}) == "/a"


def test_finding_the_journal_costs_neither_pathlib_nor_platformdirs() -> None:
    source = str(Path(paths.__file__).parent.parent)
    code = (
        f"import sys; sys.path.append({source!r})\n"
        "import os, netlog.paths; netlog.paths.store(os.environ)\n"
        "print(*sorted({'enum', 'pathlib', 'platformdirs', 're', 'typing'} & set(sys.modules)))"
    )

    command = [sys.executable, "-S", "-c", code]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == ""
