"""Help that flowed, as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_exchanges import Exchanges
from netlog.render.plain import Row, rows


def exchanges(view: Exchanges) -> Iterator[Row]:
    """One row per exchange, newest first."""
    return (tuple(each) for each in view.exchanges)


rows.register(Exchanges, exchanges)
