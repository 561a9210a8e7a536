"""What an export wrote, in words."""

from netlog.domain.views_import import Exported
from netlog.render.phrases import people


def exported_words(receipt: Exported) -> str:
    """`wrote 512 people as vcard · PATH`."""
    return f"wrote {people(receipt.people)} as {receipt.format} · {receipt.path}"
