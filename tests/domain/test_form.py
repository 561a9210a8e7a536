"""A form reads back as it was written, shows everything it holds, and says where it is wrong."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain import form
from netlog.domain.form import ENTRY, PERSON, Edits, Form, FormProblem, Values
from netlog.render.safe import HIDDEN, safe_lines

GIULIA: Values = {"name": ("Giulia Rossi",), "handle": ("giulia",), "company": ("Acme",), "can": ("pricing",)}
COFFEE: Values = {"on": ("2026-11-20 12:00",), "kind": ("coffee",), "with": ("giulia",), "text": ("two\nlines",)}
NOTHING = Edits({}, {}, {})

HOSTILE = (
    ": , # ; = | \\ \" ' \\n",
    "# not a comment",
    "name: Eve",
    "#! line 1",
    " both ends ",
    "\u00a0\u3000",
    "two\nlines\n",
    "\r\n",
    "a\r",
    "\x1b]0;owned\x07\x1b[2J",
    "\u202eevil\u2066",
    "⟨U+001B⟩",
    "⟨U+⟨U+0041⟩",
    "⏎",
    "\ud800",
    "\u2028\x85\x0c\x1c",
    "vim: set modelines=5:",
    form.BELOW,
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), min_size=1, max_size=20), st.text("⟨U+0A4⟩,⏎ \n#"))


@st.composite
def filled(draw: st.DrawFn, of: Form) -> dict[str, tuple[str, ...]]:
    """Any values a record could have, duplicates included."""
    values = {field.name: tuple(draw(st.lists(TEXTS, max_size=3 if field.is_many else 1))) for field in of.fields}
    return values | {"text": (draw(st.text()),)} if of.has_text else values


@pytest.mark.parametrize("of", [PERSON, ENTRY], ids=["person", "entry"])
@given(data=st.data())
def test_a_form_left_alone_changes_nothing(of: Form, data: st.DataObject) -> None:
    values = data.draw(filled(of))

    text = form.written(of, values, title=data.draw(TEXTS))

    assert form.edits(of, values, form.read(of, text).values) == NOTHING


@given(values=filled(ENTRY), title=TEXTS)
def test_nothing_in_a_form_is_hidden_or_could_steer_a_terminal(values: Values, title: str) -> None:
    text = form.written(ENTRY, values, title=title).replace("\t", " ")

    assert safe_lines(text) == text


def test_whatever_a_terminal_is_not_shown_an_editor_is_not_shown_either() -> None:
    everything = "".join(map(chr, range(0x110000)))

    escaped = {found[0] for found in re.finditer(f"{form.TO_ESCAPE}|\t", everything)}
    assert set(HIDDEN.findall(everything)) <= escaped


@given(values=filled(PERSON), problem=st.integers(0, 30))
def test_a_form_with_a_complaint_on_top_still_reads_the_same(values: Values, problem: int) -> None:
    text = form.written(PERSON, values, title="Giulia")

    again = form.reopened(form.reopened(text, FormProblem(problem, "first")), FormProblem(problem, "second\nline"))

    assert again.count("\n") == text.count("\n") + 1
    assert form.edits(PERSON, values, form.read(PERSON, again).values) == NOTHING


@given(values=filled(PERSON))
def test_windows_newlines_in_a_person_form_change_nothing(values: Values) -> None:
    text = form.written(PERSON, values, title="Giulia").replace("\n", "\r\n")

    assert form.edits(PERSON, values, form.read(PERSON, text).values) == NOTHING


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("company: Acme", "company: Zed: Sons, Ltd", Edits({"company": ("Zed: Sons, Ltd",)}, {})),
        ("company: Acme", "company:", Edits({"company": ()}, {})),
        ("company: Acme\n", "", Edits({"company": ()}, {})),
        ("company: Acme", "  COMPANY :Acme  ", Edits({}, {})),
        ("company: Acme", "company: #1", Edits({"company": ("#1",)}, {})),
        ("role:", "role: two⏎lines", Edits({"role": ("two\nlines",)}, {})),
        ("tags:", "tags: saas, b2b,", Edits({}, {"tag": ("saas", "b2b")}, {"tag": ()})),
        ("can: pricing", "can: pricing, hiring", Edits({}, {"can": ("pricing, hiring",)}, {"can": ("pricing",)})),
        ("can: pricing", "can: pricing\ncan: pricing\ncan: hiring", Edits({}, {"can": ("hiring",)}, {"can": ()})),
        ("can: pricing\n", "", Edits({}, {"can": ()}, {"can": ("pricing",)})),
        ("met on:", "met on: 5 nov", Edits({"on": ("5 nov",)}, {})),
    ],
)
def test_a_changed_line_is_the_only_edit(old: str, new: str, edits: Edits) -> None:
    text = form.written(PERSON, GIULIA, title="Giulia")
    assert old in text

    read = form.edits(PERSON, GIULIA, form.read(PERSON, text.replace(old, new, 1)).values)

    assert (dict(read.fields), dict(read.added), dict(read.removed)) == (edits.fields, edits.added, edits.removed)


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ("\n", ()),
        ("\nnew\n", ("new",)),
        ("\nno newline at the end", ("no newline at the end",)),
        ("\n# kept: as it is\n\n", ("# kept: as it is\n",)),
        (f"\n{form.BELOW}\n", (form.BELOW,)),
    ],
)
def test_what_stands_below_the_line_is_the_text_as_it_is(below: str, text: tuple[str, ...]) -> None:
    head = form.written(ENTRY, COFFEE, title="coffee").partition(form.BELOW)[0]

    assert form.read(ENTRY, head + form.BELOW + below).values["text"] == text


def test_people_of_an_entry_are_replaced_as_a_whole() -> None:
    text = form.written(ENTRY, COFFEE, title="coffee").replace("with: giulia", "with: giulia, Anna Nowak")

    assert form.edits(ENTRY, COFFEE, form.read(ENTRY, text).values) == Edits({"with": ("giulia", "Anna Nowak")}, {}, {})


@pytest.mark.parametrize(
    ("of", "text", "line", "what"),
    [
        (PERSON, "name: Giulia\nhello\n", 2, "“hello” is no line of this form"),
        (PERSON, "# ok\n\nbirthdya: 05-05\n", 3, "“birthdya: 05-05” is no line of this form"),
        (PERSON, "company: Acme\nrole:\ncompany: Zed\n", 3, "“company” stands twice"),
        (ENTRY, "kind: coffee\n", 0, f"the line “{form.BELOW}” is gone"),
    ],
)
def test_a_form_that_cannot_be_read_says_on_which_line(of: Form, text: str, line: int, what: str) -> None:
    with pytest.raises(FormProblem) as problem:
        form.read(of, text)

    assert (problem.value.line, problem.value.what) == (line, what)


def test_the_complaint_on_top_counts_itself_among_the_lines() -> None:
    text = "name: Giulia\nhello\n"

    first = form.reopened(text, FormProblem(2, "what is hello"))
    second = form.reopened(first, FormProblem(3, "what is hello"))

    assert first == second == "#! line 3: what is hello\n" + text
    assert form.complaint(first) == "line 3: what is hello"


def test_a_field_that_must_have_a_value_is_named_when_it_is_emptied() -> None:
    text = form.written(PERSON, GIULIA, title="Giulia").replace("name: Giulia Rossi", "name:")

    emptied = form.emptied(PERSON, form.edits(PERSON, GIULIA, form.read(PERSON, text).values))

    assert emptied is not None
    assert emptied.name == "name"


def test_the_line_of_each_value_is_known() -> None:
    lines = form.read(PERSON, "# first\nname: Giulia\ntags: a, b\nrole:\n").lines

    assert lines == {("name", "Giulia"): 2, ("tag", "a"): 3, ("tag", "b"): 3, ("role", ""): 4}
