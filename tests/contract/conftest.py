"""`pytest tests/contract --update-docs` writes anew what the examples of the pages show; read every change."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-docs", action="store_true", help="write what examples show instead of comparing")


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-docs", default=False))
