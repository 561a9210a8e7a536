"""What `config` can be asked: all settings, one, or a new value; loaded by no other command."""

from pathlib import Path

from netlog import config_edit, config_file
from netlog.domain.receipts import Configured
from netlog.domain.views import Options, Value


class Settings:
    """The configuration file at a path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def answer(self, action: str | None, name: str, value: str) -> Options | Value | Configured:
        """The answer to one use of `config`; raises BadConfiguration."""
        if action is None:
            return config_file.describe(self.path)
        if action == "set":
            return config_edit.assign(self.path, name, value)
        if action == "unset":
            return config_edit.unset(self.path, name)
        option = config_file.one(self.path, name)
        return Value(option.name, option.value) if action == "get" else Options(str(self.path), (option,))
