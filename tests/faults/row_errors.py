"""T4: a disk that is full, over quota, broken or read-only, once or for good, at every operation."""

from pathlib import Path
from typing import NamedTuple

from tests.faults.disk import ERRORS, Action, Disk, Fault, Outcome
from tests.faults.homes import JOBS, PEOPLE, Bench, spread
from tests.faults.row_kills import SMALL_CACHE, look_after
from tests.faults.tally import Tally

STORAGE = 6
LABELS = ("may or may not be stored", "but not everything was cleared")
"""What is said when nobody can know (the code is `commit_unknown`), and when a part was done (`unfinished`)."""

REFUSALS = (
    ("ENOSPC", Action.REFUSE_ONCE),
    ("EIO", Action.REFUSE_FROM),
    ("EDQUOT", Action.REFUSE_ONCE),
    ("EROFS", Action.REFUSE_FROM),
    ("ENOSPC", Action.REFUSE_FROM),
    ("EROFS", Action.REFUSE_ONCE),
    ("EDQUOT", Action.REFUSE_FROM),
    ("EIO", Action.REFUSE_ONCE),
)
"""Every error, once and from then on; where not all are done at each operation, the last one has the last of these."""


class Known(NamedTuple):
    """The states a journal may have."""

    before: str
    after: str


def refused_at_every_operation(disk: Disk, folder: Path, job: str, refusals: int) -> Tally:
    """Refuse those of the command's operations with every error, once and from then on."""
    tally, bench = Tally(), Bench(disk, folder)
    command, first = JOBS[job]
    before = bench.made("before", *PEOPLE, *first)
    with bench.copy(before) as done:
        operations = bench.run(done, command, cache=SMALL_CACHE).operations
        known = Known(bench.state(before), bench.state(done))
    with tally.timed():
        for turn, moment in enumerate(spread(operations, refusals)):
            for name, action in REFUSALS if refusals == 0 else (REFUSALS[turn % len(REFUSALS)],):
                with bench.copy(before) as home:
                    fault = Fault(action, moment, ERRORS[name])
                    outcome = bench.run(home, command, fault=fault, cache=SMALL_CACHE)
                    words = f"{job} {name} {action.name} {moment} of {operations}"
                    judge(bench, home, outcome, known, words, tally)
                    look_after(bench, home, {*known}, words, tally, reads_first=bool(turn % 2))
                    tally.done += 1
    return tally


def judge(bench: Bench, home: Path, outcome: Outcome, known: Known, words: str, tally: Tally) -> None:
    """Hold what was said to what is so."""
    lines = outcome.complained.splitlines()
    is_unknown = any(label in outcome.complained for label in LABELS)
    tally.notes["unknown"] = int(str(tally.notes.get("unknown", 0))) + is_unknown
    if outcome.is_killed or outcome.codes not in {(0,), (STORAGE,)} or len(lines) != (outcome.codes != (0,)):
        tally.lose(f"{words}: {outcome.codes} {outcome.complained}", home)
        return
    found = bench.run(home, ["@state"]).said.strip()
    if outcome.codes == (0,) and found != known.after:
        tally.lose(f"{words}: said to be stored, and is not", home)
    elif outcome.codes != (0,) and not is_unknown and found != known.before:
        tally.lose(f"{words}: said not to be stored, and is: {outcome.complained}", home)
