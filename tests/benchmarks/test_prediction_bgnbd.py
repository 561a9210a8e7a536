"""BG/NBD: its chances follow from its likelihood, and its fit finds what made the data."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prediction_bgnbd import Parameters, Spells, alive, contact_within, fitted, log_likelihood
from prediction_facts import CDNOW, cdnow_fact

SIZES = st.floats(0.05, 20)
MODELS = st.builds(Parameters, SIZES, SIZES, SIZES, SIZES)
TIMES = st.tuples(st.integers(0, 30), st.floats(0.5, 200), st.floats(0, 200), st.floats(0.5, 90))
"""Repeats, day of the last one, silence since, horizon."""


def spell(repeats: int, last: float, silence: float) -> Spells:
    began = last if repeats else 0.0
    return Spells(np.array([float(repeats)]), np.array([began]), np.array([began + silence + 0.1]))


@given(MODELS, TIMES)
def test_no_contact_is_the_likelihood_of_a_longer_silence(
    model: Parameters, times: tuple[int, float, float, float]
) -> None:
    seen, horizon = spell(*times[:3]), np.array([times[3]])
    longer = seen._replace(watched=seen.watched + horizon)

    expected = 1 - np.exp(log_likelihood(model, longer) - log_likelihood(model, seen))

    assert contact_within(model, seen, horizon) == pytest.approx(expected, abs=1e-9)


@given(MODELS, TIMES)
def test_silence_never_makes_a_tie_likelier_to_live(model: Parameters, times: tuple[int, float, float, float]) -> None:
    seen = spell(*times[:3])
    later = alive(model, seen._replace(watched=seen.watched + times[3]))

    assert 0 <= later[0] <= alive(model, seen)[0] + 1e-12 <= 1 + 1e-12


@given(MODELS, st.floats(0.5, 200))
def test_a_tie_cannot_have_ended_before_its_first_repeat(model: Parameters, silence: float) -> None:
    seen = spell(0, 0, silence)

    assert alive(model, seen)[0] == 1
    assert log_likelihood(model, seen)[0] == pytest.approx(
        model.r * np.log(model.alpha / (model.alpha + seen.watched[0]))
    )


def simulated(model: Parameters, *, ties: int, watched: float, seed: int) -> Spells:
    """Ties that live by the model's own story."""
    generator = np.random.default_rng(seed)
    repeats, last = np.zeros(ties), np.zeros(ties)
    for tie in range(ties):
        rate, end = generator.gamma(model.r, 1 / model.alpha), generator.beta(model.a, model.b)
        now = generator.exponential(1 / rate)
        while now < watched:
            repeats[tie], last[tie] = repeats[tie] + 1, now
            now = watched if generator.random() < end else now + generator.exponential(1 / rate)
    return Spells(repeats, last, np.full(ties, watched))


def test_the_fit_finds_the_parameters_that_made_the_data() -> None:
    truth = Parameters(1.2, 8.0, 1.0, 4.0)
    seen = simulated(truth, ties=4000, watched=60.0, seed=3)

    found = fitted(seen)

    assert found == pytest.approx(truth, rel=0.25)
    assert log_likelihood(found, seen).sum() >= log_likelihood(truth, seen).sum()


def test_without_the_customers_of_cdnow_the_check_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prediction_facts.cdnow_file", lambda: None)

    fact = cdnow_fact()

    assert fact.holds is None
    assert "pip install" in fact.found


def test_other_customers_have_other_parameters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = simulated(Parameters(1.2, 8.0, 1.0, 4.0), ties=300, watched=60.0, seed=3)
    path = tmp_path / "customers.csv"
    lines = ["ID,frequency,recency,T", *(f"{n},{x},{t},{T}" for n, (x, t, T) in enumerate(zip(*seen, strict=True)))]
    path.write_text("\n".join(lines) + "\n")
    monkeypatch.setattr("prediction_facts.cdnow_file", lambda: path)

    assert cdnow_fact().holds is False
    assert CDNOW.r == 0.243
