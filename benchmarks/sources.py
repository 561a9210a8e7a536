"""What the sample files of every source come to: `PYTHONPATH=. python benchmarks/sources.py`, seconds.

The samples are those that tests/cli/test_every_source.py imports twice and undoes; each goes into a journal of its own.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.cli.test_every_source import SAMPLES, Sample

from table import drawn

HEADINGS = ("source", "file", "rows in", "people", "contacts", "doubtful", "left out", "rejected", "again", "seconds")


def imported(netlog: list[str], file: Path, sample: Sample, environ: Mapping[str, str]) -> Any:  # noqa: ANN401 (JSON)
    """The answer of one import."""
    command = [*netlog, "import", str(file), "--as", sample.format, "--json", *sample.options]
    done = subprocess.run(command, capture_output=True, env=environ, stdin=subprocess.DEVNULL, check=True)
    return json.loads(done.stdout)


def row(sample: Sample, folder: Path) -> list[str]:
    """One sample imported into a journal that knows two people, and once more."""
    environ = {**os.environ, "NETLOG_DB": str(folder / "journal.db"), "NETLOG_CONFIG": os.devnull}
    netlog = [sys.executable, "-m", "netlog"]
    for name in (("Giulia", "Rossi", "--email", "giulia@example.it"), ("Bo", "Lind")):
        subprocess.run([*netlog, "add", *name], env=environ, check=True, capture_output=True)
    file = folder / sample.name
    file.write_bytes(sample.content)
    began = time.perf_counter()
    first = imported(netlog, file, sample, environ)
    seconds = time.perf_counter() - began
    again = imported(netlog, file, sample, environ)
    people, contacts = first["people"], first["contacts"]
    left_out = sum(each["records"] for each in first["omissions"])
    counts = [
        sum(each["records"] for each in first["files"]),
        f"{people['new']} new, {people['updated']} updated",
        contacts["new"],
        people["doubtful"] + contacts["doubtful"],
        left_out,
        first["rejected"],
        "nothing" if again["operation"] is None else "changes",
        f"{seconds:.2f}",
    ]
    return [sample.format, sample.name, *map(str, counts)]


def main() -> None:
    """Print the table."""
    rows = []
    for sample in SAMPLES:
        with TemporaryDirectory() as folder:
            rows.append(row(sample, Path(folder)))
    print(drawn(HEADINGS, rows))


if __name__ == "__main__":
    main()
