"""Ways to reach somebody: what two spellings of one have in common."""

from netlog.domain.folding import fold


def contact_key(value: str) -> str:
    """What two spellings of one address, number or link have in common."""
    folded = fold(value).strip()
    digits = "".join(letter for letter in folded if letter.isdigit())
    if "@" not in folded and len(digits) >= 6 and not any(letter.isalpha() for letter in folded):
        return digits[-9:]
    return folded.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
