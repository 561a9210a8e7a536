"""No spreadsheet calculates what somebody wrote, whichever sign it takes for the end of a cell; and nothing is lost."""

import csv
import io
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.cli.running import Run
from tests.hostile.corpus import CELLS, everything, storable

from netlog.formats.csv_safe import defused, restored

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
tempting = st.text(st.sampled_from("=+-@＝＠;\t\r\n' \ufeff\u200b\"a1,|\x00"))


def parted(text: str, delimiter: str) -> list[list[str]]:
    """The cells that a spreadsheet sees which expects that delimiter."""
    return list(csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter))


def bare(cell: str) -> str:
    """The cell from the first character on that is seen."""
    blank = "".join(char for char in cell if char.isspace() or unicodedata.category(char) == "Cf")
    return cell.lstrip(blank)


def active(cells: list[list[str]]) -> list[str]:
    return [cell for row in cells for cell in row if bare(cell).startswith(FORMULA)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_an_export_is_a_formula_however_it_is_parted(hostile: Run, delimiter: str) -> None:
    rows = parted(hostile.ok("export", "csv").stdout, delimiter)

    assert len(rows) > 60
    assert active(rows) == []


def test_a_raw_export_has_them_or_the_judge_is_blind(hostile: Run) -> None:
    text = hostile.ok("export", "csv", "--raw").stdout

    assert min(len(active(parted(text, delimiter))) for delimiter in ",;\t") > 2


def test_every_row_has_as_many_cells_whatever_is_in_them(hostile: Run) -> None:
    rows = parted(hostile.ok("export", "csv").stdout, ",")

    assert {len(row) for row in rows} == {len(rows[0])}


def test_formulas_come_back_from_a_csv_as_they_were(netlog: Run) -> None:
    texts = [text.strip() for text in CELLS.values() if "\n" not in text and "\r" not in text]
    for text in texts:
        netlog.ok("add", "Ada Lovelace", "--new", "--company", text, "--note", text)
    file = netlog.home / "people.csv"
    netlog.ok("export", "csv", "-o", str(file))
    netlog.path.unlink()

    netlog.ok("import", str(file))

    assert sorted(person["company"] for person in netlog.json("people")["people"]) == sorted(texts)


@given(st.text() | tempting)
@example("a;=1+1")
@example("\ufeff=1+1")
def test_what_was_defused_is_restored(text: str) -> None:
    assert restored(defused(text)) == text


@given(st.lists(tempting, min_size=1), st.sampled_from([",", ";", "\t"]))
def test_no_row_has_an_active_cell(texts: list[str], delimiter: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(["ada", *map(defused, texts)])

    assert active(parted(file.getvalue().removesuffix("\r\n"), delimiter)) == []


def test_the_whole_corpus_is_restored() -> None:
    assert [text for text in everything() if storable(text) and restored(defused(text)) != text] == []


@pytest.mark.parametrize("long", ["\n", " ", "'", ";", "; ", "\t'", "\ufeff"])
def test_long_rows_of_signs_take_no_long_time(long: str) -> None:
    begun = time.perf_counter()

    defused(long * 200_000)

    assert time.perf_counter() - begun < 2
