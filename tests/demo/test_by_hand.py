"""Three people of the demo, reckoned by hand in docs/reference/scheduler.md, and what the program says of them."""

import pytest
from tests.demo.made import SATURDAY, made_on

from netlog.domain.cadence import Targets
from netlog.domain.views import Why
from netlog.services.why import why

BY_HAND = {
    "giulia": {
        "cadence": "30 days",
        "contact days": "16",
        "due": "2026-07-24",
        "overdue ratio": "5.00",
        "warmth": "0.03",
        "usual rhythm": "every 34.8 days",
        "silence": "4.31 gaps",
        "chance in 30 days": "33%",
        "priority": "35.80",
    },
    "kasia": {
        "cadence": "90 days",
        "contact days": "8",
        "due": "2026-12-17",
        "overdue ratio": "0.71",
        "warmth": "0.61",
        "usual rhythm": "every 72.6 days",
        "silence": "0.88 gaps",
        "chance in 30 days": "36%",
        "priority": "6.74",
    },
    "anna-m": {
        "cadence": "90 days",
        "contact days": "0",
        "interval now": "2 days",
        "due": "2026-11-20",
        "overdue ratio": "1.50",
        "warmth": "0.35",
        "priority": "2.38",
    },
}


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Why]:
    """What `why` says of the three, and the pace beside it."""
    demo = made_on(SATURDAY, tmp_path_factory.mktemp("by-hand"))
    with demo.reader() as reader:
        assert f"{reader.pace:.3f}" == "1.479"
        return {name: why(reader, name, today=SATURDAY, targets=Targets(), per_day=3) for name in BY_HAND}


@pytest.mark.parametrize("handle", BY_HAND)
def test_the_program_says_what_the_pocket_calculator_says(accounts: dict[str, Why], handle: str) -> None:
    told = {term.name: term.value for term in accounts[handle].terms}

    assert {name: told.get(name) for name in BY_HAND[handle]} == BY_HAND[handle]
    assert accounts[handle].section == {"giulia": "overdue", "kasia": "awaiting", "anna-m": "follow-up"}[handle]
