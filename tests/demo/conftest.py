"""The demo of a Saturday, made once: nobody here changes it."""

import pytest
from tests.demo.made import SATURDAY, Made, made_on


@pytest.fixture(scope="session")
def saturday(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The demo as it is on Saturday 21 November 2026."""
    return made_on(SATURDAY, tmp_path_factory.mktemp("demo"))
