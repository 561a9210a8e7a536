"""The journal as Markdown: complete, the same each time, and nothing anybody typed becomes a mark of its own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.formats.made_journals import written

from netlog.formats.markdown import FORMAT, block, inline
from netlog.interchange import Card, Mention, Noted, Talk

GIULIA = Card(
    key="",
    where="",
    name="Giulia Rossi",
    handle="giulia",
    aliases=("Giù",),
    company="Ponte & Co",
    role="architect",
    place="Torino",
    birthday="--02-29",
    contacts=(("email", "g@example.org"), ("url", "https://example.org/g"), ("url", "javascript:alert(1)")),
    tags=("milano",),
    facts=(Noted("likes tea", date(2026, 1, 2)), Noted("two\nlines")),
    topics=(("can", "bridges"), ("wants", "Polish")),
    tier="close",
    every_days=42,
    met="a meetup",
    met_on=date(2024, 5, 6),
    via=Mention("Bo Lind", "bo"),
)
BOTH = (Mention("Giulia Rossi", "giulia"), Mention("Bo Lind", "bo"))
LUNCH = Talk("", "", date(2026, 11, 4), BOTH, "lunch", "pricing", "out", minutes=90, place="Torino", tags=("work",))
NOTE = Talk("", "", date(2026, 11, 5), BOTH[:1], "note", "1. not a list\n- nor this")

EXPECTED = r"""# Networking journal

Written on 2026-11-22.

## Bo Lind (bo)

### Timeline

- 2026-11-04 lunch with Giulia Rossi, at Torino, 90 min, I began: pricing \+work

## Giulia Rossi (giulia)

- Also called: Giù
- Work: architect, Ponte & Co
- Place: Torino
- Birthday: --02-29
- Met: a meetup, on 2024-05-06, through Bo Lind
- Tier: close, every 42 days
- Email: g@example.org
- Url: <https://example.org/g>
- Url: javascript:alert(1)
- Tags: milano
- Can help with: bridges
- Wants: Polish

### Facts

- 2026-01-02: likes tea
- two\
  lines

### Timeline

- 2026-11-04 lunch with Bo Lind, at Torino, 90 min, I began: pricing \+work
- 2026-11-05 note: 1\. not a list\
  \- nor this
"""


def parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def marks(text: str) -> list[str]:
    """What Markdown makes of a text, words and their line ends aside."""
    inner = [child for token in parsed(text) for child in token.children or ()]
    return [token.type for token in [*parsed(text), *inner] if token.type not in {"text", "inline", "hardbreak"}]


def words(text: str) -> str:
    inner = [child for token in parsed(text) for child in token.children or ()]
    return "".join("\n" if token.type == "hardbreak" else token.content for token in inner)


def test_everybody_stands_in_it_with_all_that_is_known() -> None:
    assert written(FORMAT, Card("", "", "Bo Lind", handle="bo"), GIULIA, LUNCH, NOTE) == EXPECTED


def test_writing_twice_gives_the_same_bytes() -> None:
    assert written(FORMAT, GIULIA, LUNCH) == written(FORMAT, GIULIA, LUNCH)


def test_an_empty_journal_is_a_title() -> None:
    assert written(FORMAT) == "# Networking journal\n\nWritten on 2026-11-22.\n"


@pytest.mark.parametrize(
    "forged",
    [
        "[bank](https://example.org)",
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "<b>bold</b> &lt;b&gt;",
        "[a][b]\n\n[b]: https://example.org",
        "a\n# Heading\n## b",
        "a\n===\nb\n---",
        "```\ncode",
        "    code",
        "a\n\n# b\n\n> c",
        "1) a\n2) b",
        "| a |\n|---|\n| b |",
    ],
)
def test_what_somebody_typed_is_shown_as_typed(forged: str) -> None:
    assert set(marks(f"- x: {block(forged)}\n")) == set(marks("- x: y\n"))
    assert words(f"- x: {block(forged)}\n").replace("\n", " ").split() == ["x:", *forged.split()]


def test_an_address_in_words_is_no_link_where_bare_ones_are() -> None:
    assert inline("see https://example.org or www.example.org") == r"see https\://example.org or www\.example.org"


nasty = st.text(st.sampled_from("aB1 \n\t#*_-+=>`~|[]()<>!&;:/\\.@${}\"'\u2028\x0b\u200e\x1b"), max_size=30)


@settings(deadline=None, max_examples=300)
@given(nasty)
def test_no_line_of_words_becomes_anything_else(text: str) -> None:
    assert marks(f"Name: {inline(text)}") == ["paragraph_open", "paragraph_close"]


@settings(deadline=None, max_examples=300)
@given(nasty)
def test_no_lines_in_a_list_become_anything_else(text: str) -> None:
    item = ["bullet_list_open", "list_item_open", "paragraph_open"]
    end = ["paragraph_close", "list_item_close", "bullet_list_close"]

    assert marks(f"- x: {block(text)}\n") == [*item, *end]
    if block(text):
        assert marks(f"- {block(text)}\n") == [*item, *end]


@settings(deadline=None, max_examples=300)
@given(nasty.filter(lambda text: not set(text) & set("\u200e\x1b")))
def test_every_word_is_still_there(text: str) -> None:
    lines = [" ".join(line.split()) for line in text.splitlines()]

    assert words(f"- x{block(text)}\n") == "x" + "\n".join(line for line in lines if line)


@settings(deadline=None)
@given(nasty.filter(lambda text: text.strip() != ""), nasty, nasty)
def test_no_journal_has_headings_nobody_made(name: str, fact: str, said: str) -> None:
    card = Card("", "", name, handle="a", facts=(Noted(fact),), contacts=(("url", said), ("email", fact)))
    text = written(FORMAT, card, Talk("", "", date(2026, 1, 2), (Mention(name, "a"),), "note", said, place=fact))
    headings = [token.tag for token in parsed(text) if token.type == "heading_open"]

    assert headings[:2] == ["h1", "h2"]
    assert set(headings[2:]) <= {"h3"}
    assert len(headings) <= 4
    assert "link_open" not in marks(text)
