"""Letters as a keyboard without accents would type them, so that `Łukasz` and `lukasz` meet."""

from unicodedata import combining, normalize

_NO_DECOMPOSITION = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "ɛ": "e",
        "ɔ": "o",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ƴ": "y",
        "ǝ": "e",
    }
)


def fold(text: str) -> str:
    """The text in lower case and without accents; folding twice changes nothing more."""
    if text.isascii():
        return text.lower()
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return normalize("NFKD", bare.casefold()).translate(_NO_DECOMPOSITION)
