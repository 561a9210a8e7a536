"""Where things live: the rule by hand, and that it is the rule of platformdirs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
    assert paths.store(environ) == str(folders.store_path())
    assert paths.config(environ) == str(folders.config_path())
