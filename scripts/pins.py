"""Writes constraints-hashed.txt from constraints.txt: `python scripts/pins.py`, with `--check` only compares the two.

pip is asked, for every system and Python that netlog runs on, which wheel it would install and what its digest is;
from where it would come is not written down.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PINNED, HASHED = ROOT / "constraints.txt", ROOT / "constraints-hashed.txt"
PYTHONS = ("3.11", "3.12", "3.13")
LINUX = ("manylinux_2_28_{0}", "manylinux_2_27_{0}", "manylinux_2_17_{0}", "manylinux2014_{0}", "manylinux_2_5_{0}")
SYSTEMS = (
    tuple(tag.format("x86_64") for tag in LINUX),
    tuple(tag.format("aarch64") for tag in LINUX),
    ("macosx_14_0_arm64",),
    ("macosx_14_0_x86_64",),
    ("win_amd64",),
)
HEAD = """\
# The versions of constraints.txt with the SHA-256 digests of their wheels, for pip's --require-hashes.
# Made by scripts/pins.py; how to use it: CONTRIBUTING.md, “Versions”.
"""
PIN = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[A-Za-z0-9.!+_-]+)")
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Pin(NamedTuple):
    """A distribution of one version, with the digests that its wheels may have."""

    name: str
    version: str
    digests: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name as indexes compare it."""
        return re.sub(r"[-_.]+", "-", self.name).lower()

    def lines(self) -> str:
        """The pin as pip reads it."""
        return " \\\n".join((f"{self.name}=={self.version}", *(f"    --hash=sha256:{each}" for each in self.digests)))


def pins(text: str) -> list[Pin]:
    """What a file of constraints pins; raises ValueError for a line that is anything else."""
    return [pin_of(line) for line in text.replace("\\\n", " ").splitlines() if line.strip() and line[0] != "#"]


def pin_of(line: str) -> Pin:
    """The pin on a line; raises ValueError where there is more than a name, a version and digests."""
    first, *rest = line.split()
    found, digests = PIN.fullmatch(first), [DIGEST.fullmatch(word) for word in rest]
    if not found or not all(digests):
        raise ValueError(f"not a name, a version and digests: {line}")
    return Pin(found["name"], found["version"], tuple(digest[1] for digest in digests if digest))


def differences(pinned: Iterable[Pin], hashed: Iterable[Pin]) -> Iterator[str]:
    """Where the two files do not agree, in words."""
    wanted, known = {pin.key: pin for pin in pinned}, {pin.key: pin for pin in hashed}
    for key in sorted(wanted.keys() | known.keys()):
        if key not in known or key not in wanted:
            yield f"{key} stands in one of the files only"
        elif known[key].version != wanted[key].version:
            yield f"{key} is {wanted[key].version} in one and {known[key].version} in the other"
        elif not known[key].digests:
            yield f"{key} has no digest"


def written(pinned: Iterable[Pin], digests: Mapping[str, set[str]]) -> str:
    """The file with digests."""
    complete = (pin._replace(digests=tuple(sorted(digests.get(pin.key, ())))) for pin in pinned)
    return HEAD + "".join(f"{pin.lines()}\n" for pin in complete)


def reported(python: str, tags: Iterable[str], folder: Path) -> Iterator[Pin]:
    """What pip would install on a system, without installing it."""
    report, systems = folder / "report.json", [word for tag in tags for word in ("--platform", tag)]
    options = ("--quiet", "--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:", *systems)
    places = ("--target", str(folder / "nowhere"), "--report", str(report), "--requirement", str(PINNED))
    command = (sys.executable, "-m", "pip", "install", *options, "--python-version", python, *places)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    for found in json.loads(report.read_text(encoding="utf-8"))["install"]:
        digest = found["download_info"]["archive_info"]["hashes"]["sha256"]
        yield Pin(found["metadata"]["name"], found["metadata"]["version"], (digest,))


def gathered() -> dict[str, set[str]]:
    """The digests of every wheel that any system would install, by name."""
    digests: dict[str, set[str]] = {}
    with TemporaryDirectory() as folder:
        for python in PYTHONS:
            for tags in SYSTEMS:
                print(f"{python} on {tags[0]}", flush=True)
                for pin in reported(python, tags, Path(folder)):
                    digests.setdefault(pin.key, set()).update(pin.digests)
    return digests


def main(arguments: list[str]) -> int:
    """Write the file, or with --check say where the two do not agree."""
    pinned = pins(PINNED.read_text(encoding="utf-8"))
    if arguments != ["--check"]:
        HASHED.write_text(written(pinned, gathered()), encoding="utf-8")
    found = list(differences(pinned, pins(HASHED.read_text(encoding="utf-8"))))
    print("\n".join(found) or "both files agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
