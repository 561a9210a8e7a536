"""The disk that fails, one for each worker."""

from collections.abc import Iterator

import pytest
from tests.faults.disk import IS_POSSIBLE, WHY_NOT, Disk, serving


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    """Netlog on a disk that can be told to fail."""
    if not IS_POSSIBLE:
        pytest.skip(WHY_NOT)
    with serving(tmp_path_factory.mktemp("disk")) as served:
        yield served
