"""A CardDAV server, and desks of people who keep their address book on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.interop.peers import Desk, Peers, cache_folder, installed, serving


@pytest.fixture(scope="session")
def peers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peers]:
    """The other programs, and a server that runs as long as the tests."""
    environment = installed(cache_folder(request.config, tmp_path_factory))
    with serving(environment, tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def desk(peers: Peers, tmp_path: Path) -> Callable[[str], Desk]:
    """Makes desks that share an account of their own for this test."""

    def made(name: str) -> Desk:
        (tmp_path / name / "books" / "people").mkdir(parents=True)
        return Desk(peers, tmp_path / name, account=tmp_path.name)

    return made
