"""Programs of other people that speak CardDAV, in an environment of their own: Radicale, vdirsyncer and khard."""

import fcntl
import os
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
FOLDER = "NETLOG_INTEROP"
"""The environment variable with a folder where the environment is kept from one run to the next."""

PATIENCE = 30.0

RADICALE = """
[server]
hosts = 127.0.0.1:{port}

[auth]
type = none

[storage]
filesystem_folder = {folder}

[web]
type = none

[logging]
level = warning
"""

VDIRSYNCER = """
[general]
status_path = "{home}/status"

[pair both]
a = "here"
b = "server"
collections = ["people"]
implicit = "create"

[storage here]
type = "filesystem"
path = "{home}/books"
fileext = ".vcf"

[storage server]
type = "carddav"
url = "http://127.0.0.1:{port}/"
username = "{account}"
password = "any"
"""

KHARD = """
[addressbooks]
[[people]]
path = {book}

[general]
editor = false
merge_editor = false

[vcard]
preferred_version = 3.0
"""


class Peers(NamedTuple):
    """Where the other programs are, and the port of the server."""

    environment: Path
    port: int


def cache_folder(config: pytest.Config, temporary: pytest.TempPathFactory) -> Path:
    """Where the environment is kept: in the folder the user names, in pytest's cache, or only for this run."""
    if named := os.environ.get(FOLDER):
        return Path(named).absolute()
    kept = getattr(config, "cache", None)
    return Path(kept.mkdir("interop")) if kept else temporary.mktemp("interop")


def installed(cache: Path) -> Path:
    """The environment with the programs, made on first use; skips the test where nothing can be installed."""
    cache.mkdir(parents=True, exist_ok=True)
    environment, wanted = cache / f"python-{sys.version_info[0]}.{sys.version_info[1]}", REQUIREMENTS.read_text()
    marker = environment / "installed.txt"
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not marker.exists() or marker.read_text() != wanted:
            venv.create(environment, clear=True, with_pip=True)
            install(environment)
            marker.write_text(wanted)
    return environment


def install(environment: Path) -> None:
    command = [str(environment / "bin/python"), "-m", "pip", "install", "--quiet", "--requirement", str(REQUIREMENTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "(from versions: none)" in done.stderr and os.environ.get("CI") != "true":
        pytest.skip("Radicale, vdirsyncer and khard cannot be installed without a network")
    assert done.returncode == 0, done.stderr


@contextmanager
def serving(environment: Path, home: Path) -> Iterator[Peers]:
    """A Radicale of its own on a free port of the loopback interface."""
    port, config = free_port(), home / "radicale.conf"
    config.write_text(RADICALE.format(port=port, folder=home / "collections"))
    command = [str(environment / "bin/python"), "-m", "radicale", "--config", str(config)]
    with (home / "radicale.log").open("w+") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            wait_for(port, server, home / "radicale.log")
            yield Peers(environment, port)
        finally:
            server.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text())


class Desk(NamedTuple):
    """A machine of somebody who keeps an address book with vdirsyncer and looks at it with khard."""

    peers: Peers
    home: Path
    account: str

    @property
    def book(self) -> Path:
        """The folder with a file for each person."""
        return self.home / "books" / "people"

    def sync(self) -> None:
        """Bring the address book and the server into step."""
        config = self.home / "vdirsyncer.conf"
        vdirsyncer = ("vdirsyncer", "--verbosity", "warning", "--config", str(config))
        if not config.exists():
            config.write_text(VDIRSYNCER.format(home=self.home, port=self.peers.port, account=self.account))
            self.run(*vdirsyncer, "discover")
        self.run(*vdirsyncer, "sync")

    def cards(self) -> dict[str, bytes]:
        """Every file of the address book."""
        return {path.name: path.read_bytes() for path in sorted(self.book.glob("*.vcf"))}

    def khard(self, *arguments: str, typed: str = "") -> str:
        """What khard says."""
        config = self.home / "khard.conf"
        config.write_text(KHARD.format(book=self.book))
        return self.run("khard", "--config", str(config), *arguments, typed=typed)

    def run(self, program: str, *arguments: str, typed: str = "") -> str:
        """What a program of the environment says; it must succeed."""
        command = [str(self.peers.environment / "bin" / program), *arguments]
        own = {"HOME": str(self.home), "PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
        done = subprocess.run(
            command, env=own, cwd=self.home, input=typed, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout
