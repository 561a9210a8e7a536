"""The script from its arguments to its tables."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.benchmarks.made_logs import invented, written

from prediction import main
from prediction_fitted import MODELS, NETLOG, OWN_PACE, pace_learned

FEW = "20"


def measured(folder: Path, *arguments: str) -> dict[str, Any]:
    """What a run on the invented log writes as JSON."""
    log, out = written(folder, invented()), folder / "out.json"
    assert main(["--log", str(log), "--bootstrap", FEW, "--json", str(out), *arguments]) == 0
    found: dict[str, Any] = json.loads(out.read_text())
    return found


def test_every_model_is_measured_in_every_stratum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(tmp_path)

    assert {task["stratum"] for task in found["tasks"]} == {"all", "recent", "rel"}
    assert all(set(task["models"]) == set(MODELS) for task in found["tasks"])
    screen = capsys.readouterr()
    assert all(name in screen.out for name in MODELS)
    assert screen.err == ""


def test_an_interval_holds_its_figure_and_netlog_leads_itself_by_nothing(tmp_path: Path) -> None:
    for task in measured(tmp_path)["tasks"]:
        figures = task["models"][NETLOG]
        assert figures["auc"]["low"] <= figures["auc"]["value"] <= figures["auc"]["high"]
        assert figures["netlog_lead"] == {"value": 0, "low": 0, "high": 0}


def test_the_same_seed_gives_the_same_figures_and_another_only_other_intervals(tmp_path: Path) -> None:
    first, again, other = (measured(tmp_path, "--seed", seed) for seed in ("1", "1", "2"))

    assert first == again
    values, others = ([task["models"][NETLOG]["auc"] for task in run["tasks"]] for run in (first, other))
    assert [each["value"] for each in values] == [each["value"] for each in others]
    assert values != others


def test_cuts_and_horizons_can_be_told(tmp_path: Path) -> None:
    found = measured(tmp_path, "--train-cut", "80", "--test-cuts", "110,140", "--horizons", "9,30")

    assert [task["horizon"] for task in found["tasks"] if task["stratum"] == "all"] == [9, 30]


def test_a_cut_within_a_long_pause_of_the_log_adds_no_samples(tmp_path: Path) -> None:
    rows = [(one, other, t) for one, other, t in invented() if not 100 <= t / 86400 < 140]
    log, out = written(tmp_path, rows), tmp_path / "out.json"
    days = ["--train-cut", "60", "--horizons", "9,20", "--bootstrap", FEW, "--json", str(out)]

    counts = []
    for cuts in ("80,120", "80"):
        assert main(["--log", str(log), "--test-cuts", cuts, *days]) == 0
        counts.append([task["samples"] for task in json.loads(out.read_text())["tasks"] if task["stratum"] == "all"])

    assert counts[0] == counts[1] != []


def test_cuts_come_with_horizons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        measured(tmp_path, "--train-cut", "80")

    assert "go together" in capsys.readouterr().err


def test_no_logs_is_one_line_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "nowhere")]) == 0

    assert capsys.readouterr().out.count("\n") == 1


def test_a_file_that_is_no_log_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "poem.txt").write_text("roses are\nred\n")
    written(tmp_path, invented())

    assert main(["--data", str(tmp_path), "--bootstrap", FEW]) == 0

    screen = capsys.readouterr()
    assert screen.err.startswith("poem.txt: ")
    assert "log.txt: " in screen.out


def test_only_unreadable_files_is_a_failure(tmp_path: Path) -> None:
    assert main(["--log", str(tmp_path / "nowhere.txt")]) == 2


def test_a_log_too_short_to_be_cut_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = written(tmp_path, [("a", "b", 0), ("b", "a", 300000)])

    assert main(["--log", str(log)]) == 0

    assert "left out" in capsys.readouterr().out


def test_at_its_own_pace_netlog_ranks_as_before_and_expects_something_else(tmp_path: Path) -> None:
    for task in measured(tmp_path)["tasks"]:
        shipped, own = task["models"][NETLOG], task["models"][OWN_PACE]
        assert own["auc"]["value"] == pytest.approx(shipped["auc"]["value"])
        assert task["at_own_pace"] != task["expected"]


def test_the_pace_learned_is_one_newton_step() -> None:
    chances, returned = np.full(40, 0.5), np.arange(40) < 30

    assert pace_learned(chances, returned) == pytest.approx(1 + (30 - 20) / (40 * 0.5 * math.log(2)))
    assert pace_learned(chances[:29], returned[:29]) == 1
