"""The demo on a Saturday, made once: nobody here changes it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.demo.made import SATURDAY, Made, made_on


@pytest.fixture(scope="session")
def saturday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The demo as it is on Saturday 21 November 2026, in Greenwich."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Etc/UTC")
        mask = os.umask(0o077)
        yield made_on(SATURDAY, tmp_path_factory.mktemp("demo"))
        os.umask(mask)
    if hasattr(time, "tzset"):
        time.tzset()
