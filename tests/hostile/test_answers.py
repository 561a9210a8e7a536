"""Every command that reads, over a journal in which every word is hostile: nothing live comes out, in any form."""

import json

import pytest
from tests.cli.running import Run
from tests.hostile.corpus import everything, storable
from tests.hostile.judge import live
from tests.hostile.scene import at_terminal, handles, strings

READS = (
    "due",
    "due --all --within 10w",
    "due --count",
    "people",
    "people --sort strength",
    "people --format mutt a",
    "people --format mutt example",
    "people --sort last --tier close",
    "who a",
    "who pricing",
    "find owned",
    "find touch",
    "find --limit 400 a",
    "stats",
    "forecast",
    "tiers",
    "tiers suggest",
    "history --limit 1000",
    "exchanges",
    "facts",
    "match",
    "inbox",
    "event",
    "event list",
    "event show pycon",
    "brief --event pycon",
    "intro list --all",
    "mentor",
    "mentor agenda edmund",
    "mentor goals edmund",
    "mentor review edmund",
    "mentor session edmund",
    "season",
    "promises --all",
    "dupes --all",
    "merge zed zed-t --dry-run",
    "forget zed --dry-run",
    "backup --list",
    "doctor",
    "formats",
    "config",
    "config explain per_day",
)
OF_SOMEBODY = ("show {} --all", "why {}", "brief {}", "stats {}", "facts {}", "promises {}", "exchanges {}")
FEW = ("zed", "edmund", "weronika")


def lines() -> list[str]:
    return [*READS, *(each.format(who) for each in OF_SOMEBODY for who in FEW)]


def test_at_a_terminal_nothing_is_obeyed_or_hidden(hostile: Run) -> None:
    for line in lines():
        shown = at_terminal(hostile, *line.split())

        assert shown.exit_code in (0, 6), line
        assert shown.is_clean(but="\n\t" if "--format" in line else "\n"), line


def test_everybody_is_shown_without_danger(hostile: Run) -> None:
    for handle in handles(hostile.path):
        assert at_terminal(hostile, "show", handle, "--all").is_clean(), handle


def test_a_pipe_gets_rows_that_no_text_can_forge(hostile: Run) -> None:
    for line in lines():
        answer = hostile(*line.split())

        assert live(answer.stdout, but="\t\n") == set(), line
        assert live(answer.stderr) == set(), line


@pytest.mark.parametrize("line", ["people", "history --limit 1000", "inbox", "promises --all", "facts"])
def test_a_row_is_a_row_whatever_is_written_in_it(hostile: Run, line: str) -> None:
    answer, rows = hostile.json(*line.split()), hostile.ok(*line.split()).rows()

    lists = [part for part in answer.values() if isinstance(part, list) and part and isinstance(part[0], dict)]
    assert len(rows) == max(map(len, lists))
    assert len({len(row) for row in rows}) == 1


def test_json_holds_every_text_and_nothing_live(hostile: Run) -> None:
    seen: set[str] = set()
    for line in (*lines(), *(f"show {handle} --all" for handle in handles(hostile.path))):
        answer = hostile(*line.split(), "--json")
        assert live(answer.stdout + answer.stderr) == set(), line
        seen.update(strings(json.loads(answer.stdout)))

    told = "\n".join(seen)
    assert [text for text in everything() if storable(text) and text not in told] == []


def test_an_export_shown_at_a_terminal_is_harmless(hostile: Run) -> None:
    for name in ("netlog", "csv", "vcard", "ical", "markdown"):
        shown = at_terminal(hostile, "export", name)

        assert shown.exit_code in (0, 2), (name, shown.stderr)
        assert shown.is_clean(), name
