"""E-mail addresses for other programs to complete from."""

from netlog.domain.views import Text
from netlog.domain.wording import count
from netlog.errors import UsageProblem, shorten
from netlog.ports import Reader
from netlog.ports_interchange import CardReader
from netlog.rows import Filters

MUTT = "mutt"


def addresses(reader: Reader, cards: CardReader, filters: Filters, words: str, form: str | None) -> Text:
    """E-mail addresses of people, as mutt's `query_command` reads them: a line of its own, then address, name, what."""
    if form != MUTT:
        if form is None:
            raise UsageProblem("people takes words only with --format", hint="netlog find looks through everything")
        raise UsageProblem(f"there is no format {shorten(form)} for addresses", hint="use --format mutt")
    people = [row.tie.id for row in reader.listed(filters)]
    found = cards.addresses(words, people)
    rows = ("\t".join(" ".join(cell.split()) for cell in row) for row in found)
    return Text("\n".join([count(len(found), "address", "addresses"), *rows]) + "\n")
