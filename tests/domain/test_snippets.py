"""The line of a hit: where it is cut, and which words of it are marked."""

import pytest

from netlog.domain.snippets import WIDTH, snippet


def marked(text: str, *words: str) -> list[str]:
    shown, spans = snippet(text, list(words))
    return [shown[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (["pric"], ["Prices", "pricing"]),
        (["o brien"], ["O", "Brien"]),
        (["brien"], ["Brien"]),
        (["of old"], ["of", "older"]),
        (["old of"], []),
        (["brien", "pricing"], ["Brien", "pricing"]),
        ([], []),
    ],
)
def test_words_are_marked_by_their_beginning_and_phrases_only_as_a_whole(words: list[str], hits: list[str]) -> None:
    assert marked("Prices of O'Brien, and other pricing of older ones", *words) == hits


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    shown, _ = snippet("one two " * 100 + "pricing " + "three four " * 100, ["pricing"])

    assert "pricing" in shown
    assert (shown[0], shown[-1]) == ("…", "…")
    assert len(shown) <= WIDTH + 2
