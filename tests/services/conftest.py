"""A journal in memory, and somebody who writes into it."""

import pytest
from tests.services.memory import Writer


@pytest.fixture
def writer() -> Writer:
    return Writer()
