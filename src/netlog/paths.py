"""Where things live, by hand and as text: a prompt and TAB have no time for pathlib and platformdirs."""

# ruff: noqa: PTH111, PTH117, PTH118

import os
import sys
from collections.abc import Mapping

if sys.platform != "win32":
    import pwd

APP = "netlog"
STORE = "journal.db"
CONFIG = "config.toml"

OWN_RULES = frozenset({"android", "cygwin", "darwin", "ios", "win32"})
"""Platforms with rules of their own, left to platformdirs; all others follow the XDG base directories."""


def store(environ: Mapping[str, str], option: str | None = None, *, platform: str = sys.platform) -> str | None:
    """The journal: option, else NETLOG_DB, else in the data folder; None where only `folders` can tell."""
    named = environ.get("NETLOG_DB") or None if option is None else option
    if named is not None:
        return expanded(named, environ)
    folder = None if platform in OWN_RULES else data_folder(environ)
    return folder and os.path.join(folder, STORE)


def config(environ: Mapping[str, str], *, platform: str = sys.platform) -> str | None:
    """The configuration: NETLOG_CONFIG, else in the config folder; None where only `folders` can tell."""
    if named := environ.get("NETLOG_CONFIG"):
        return expanded(named, environ)
    folder = None if platform in OWN_RULES else config_folder(environ)
    return folder and os.path.join(folder, CONFIG)


def data_folder(environ: Mapping[str, str]) -> str | None:
    """The folder for data by the XDG rule; None when nobody knows the home folder."""
    return _xdg(environ, "XDG_DATA_HOME", "/.local/share")


def config_folder(environ: Mapping[str, str]) -> str | None:
    """The folder for configuration by the XDG rule; None when nobody knows the home folder."""
    return _xdg(environ, "XDG_CONFIG_HOME", "/.config")


def expanded(path: str, environ: Mapping[str, str]) -> str:
    """The path with a leading ~ replaced; an empty path is the working folder, as everywhere else."""
    home = home_folder(environ)
    if home is not None and (path == "~" or path.startswith("~/")):
        return home + path[1:] or "/"
    return os.path.expanduser(path) or "."


def home_folder(environ: Mapping[str, str]) -> str | None:
    """The home folder without a final slash: HOME when it is absolute, else what the account says."""
    home = environ.get("HOME", "")
    if not os.path.isabs(home):
        home = _account_home()
    return home.rstrip("/") if os.path.isabs(home) else None


def _account_home() -> str:
    if sys.platform == "win32":
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return ""


def _xdg(environ: Mapping[str, str], variable: str, below_home: str) -> str | None:
    """The base folder of the variable, which counts only when absolute, else the one below home."""
    base = environ.get(variable, "")
    if os.path.isabs(base):
        return os.path.join(base, APP)
    home = home_folder(environ)
    return None if home is None else os.path.join(home + below_home, APP)
