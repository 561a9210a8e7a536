"""Who will be in touch again? netlog beside other rules on logs of contacts: `python benchmarks/prediction.py`."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

import prediction_report as report
from place import ROOT
from prediction_facts import facts
from prediction_files import ROLES, Unreadable
from prediction_held import held
from prediction_logs import SECONDS, Choices, Contacts, Protocol, contacts, plain_name
from prediction_tasks import Cut, Task, cut, tasks

LOGS = ROOT.parent / "shared" / "data"
NOT_LOGS = (".md", ".json", ".py", ".toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, measure, print; 2 for files that cannot be read, otherwise 0, whatever was found."""
    options = parser().parse_args(arguments)
    choices = chosen(options)
    files = data_sets(options)
    if not files:
        print(f"No logs in {options.data or 'the folder shared/data beside this checkout'}; name files with --log.")
        return 0
    with threadpool_limits(limits=1):  # the matrices are small: threads would wait for each other
        return measured(options, list(readable(files, choices)))


def measured(options: argparse.Namespace, logs: Sequence[Contacts]) -> int:
    """Everything about these logs, printed, and kept as JSON if wanted."""
    if not logs:
        return 2
    cuts = list(cut_logs(logs))
    found: list[Task] = []
    for made in cuts:
        found += tasks(made, times=options.bootstrap, seed=options.seed)
    published = facts(cuts, found, times=options.bootstrap, seed=options.seed)
    thresholds = held(found, published)
    for text in report.tables(found, each=options.each_task):
        print(text)
    for text in report.fact_lines(published):
        print(text)
    print(f"\n{report.held_table(thresholds)}")
    if options.json:
        content = {"seed": options.seed, "bootstrap": options.bootstrap}
        content |= report.as_json(found, published, thresholds)
        options.json.write_text(json.dumps(content, indent=2) + "\n")
    return 0


def cut_logs(logs: Sequence[Contacts]) -> Iterator[Cut]:
    """The logs that can be cut, each introduced by a line or two."""
    for log in logs:
        made = cut(log)
        print("\n".join(report.data_lines(log, made)))
        if made is not None:
            yield made


def readable(files: Mapping[str, Sequence[Path]], choices: Choices) -> Iterator[Contacts]:
    """The data sets, a sentence for each that cannot be read."""
    for name, paths in files.items():
        try:
            yield contacts(name, paths, choices)
        except (Unreadable, OSError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)


def data_sets(options: argparse.Namespace) -> dict[str, list[Path]]:
    """The files of each data set: those named, or those in the folder of logs."""
    paths = list(options.log)
    if options.data or not paths:
        folder = options.data or LOGS
        paths += sorted(path for path in folder.glob("*") if path.is_file() and is_log(path))
    sets: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        sets[options.name or plain_name(path)].append(path)
    return dict(sets)


def is_log(path: Path) -> bool:
    """Whether a file beside others may be a log."""
    return not path.name.startswith(".") and path.suffix not in NOT_LOGS


def chosen(options: argparse.Namespace) -> Choices:
    """What the command line decides instead of the files."""
    days = (options.train_cut, options.test_cuts, options.horizons)
    if any(days) and not all(days):
        parser().error("--train-cut, --test-cuts and --horizons go together")
    return Choices(
        columns=tuple((options.format or "").split()),
        unit=options.unit,
        recipients=options.recipients,
        protocol=Protocol(*days) if all(days) else None,
    )


def whole_days(text: str) -> tuple[int, ...]:
    """Days separated by commas, each at least 1."""
    days = tuple(int(part) for part in text.split(","))
    if min(days) < 1:
        raise ValueError(text)
    return days


def one_number(text: str) -> int:
    """A whole number of at least 1."""
    (number,) = whole_days(text)
    return number


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__)
    add = made.add_argument
    add("--log", type=Path, action="append", default=[], metavar="FILE", help="a log to read; repeatable")
    add("--data", type=Path, metavar="FOLDER", help="a folder of logs; otherwise ../shared/data, if no --log is given")
    add("--name", help="one name for all files given, which makes them one data set; known names bring their cuts")
    add("--format", metavar="COLUMNS", help=f'the columns in order, of {", ".join(ROLES)} and -: "src dst t"')
    add("--unit", choices=list(SECONDS), help="of the times; otherwise guessed from the length of the log")
    add("--recipients", type=one_number, metavar="N", help="leave out messages to more than N people at one moment")
    add("--train-cut", type=one_number, metavar="DAY", help="day on which models are fitted")
    add("--test-cuts", type=whole_days, metavar="DAY,DAY", help="days on which they are tested")
    add("--horizons", type=whole_days, metavar="DAYS,DAYS", help="how far they look ahead")
    add("--bootstrap", type=one_number, default=300, metavar="N", help="draws of egos for the intervals")
    add("--seed", type=int, default=1, help="of those draws")
    add("--each-task", action="store_true", help="a table with intervals for every single task, too")
    add("--json", type=Path, metavar="FILE", help="write everything measured there")
    return made


if __name__ == "__main__":
    sys.exit(main())
