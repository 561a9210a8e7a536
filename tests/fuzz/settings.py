"""Configuration files for a fuzzer: read, described, and changed in one option."""

from contextlib import suppress

from tests.fuzz.scratch import scratch

from netlog.config_edit import assign, unset
from netlog.config_file import describe, one, read
from netlog.errors import BadConfiguration


def reading(data: bytes) -> None:
    """Any file is settings or one clear mistake, and what can be read can be described."""
    path = scratch() / "config.toml"
    path.write_bytes(data)
    with suppress(BadConfiguration):
        read(path)
        assert all(option.source in {"file", "default"} for option in describe(path).options)


def editing(data: bytes) -> None:
    """The first line sets an option of the file below it: it is set and nothing else, or the file stays as it was."""
    first, _, rest = data.partition(b"\n")
    name, _, value = first.decode("utf-8", "surrogateescape").partition("=")
    path = scratch() / "edited.toml"
    path.write_bytes(rest)
    try:
        told = assign(path, name.strip(), value.strip())
    except BadConfiguration:
        assert path.read_bytes() == rest
    else:
        assert one(path, name.strip()).value == told.new
    with suppress(BadConfiguration):
        unset(path, name.strip())
        assert one(path, name.strip()).source == "default"
