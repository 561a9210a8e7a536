"""Where things live on platforms with folders of their own; asked only where `paths` does not know."""

from pathlib import Path

from platformdirs import PlatformDirs

from netlog.errors import BadConfiguration
from netlog.paths import APP, CONFIG, STORE


def store_path() -> Path:
    """The journal in the platform's data folder; raises BadConfiguration when there is no home folder."""
    try:
        return Path(PlatformDirs(APP, appauthor=False).user_data_dir, STORE)
    except RuntimeError as problem:
        raise _homeless("NETLOG_DB") from problem


def config_path() -> Path:
    """The configuration in the platform's folder; raises BadConfiguration when there is no home folder."""
    try:
        return Path(PlatformDirs(APP, appauthor=False).user_config_dir, CONFIG)
    except RuntimeError as problem:
        raise _homeless("NETLOG_CONFIG") from problem


def _homeless(variable: str) -> BadConfiguration:
    return BadConfiguration("nobody knows where your home folder is", hint=f"set HOME or {variable}")
