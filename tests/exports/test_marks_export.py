"""Marks and notes leave as text, JSON and Markdown, and arrive as they were written."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exports.marks import escaped, marks_json, marks_markdown, marks_text
from reader.shelf.dismissals import Dismissal
from reader.shelf.marks import Mark
from reader.shelf.notes import Note
from reader.shelf.store import Kept
from reader.text.clean import clean, clean_line
from tests.hostile import HOSTILE

NOON = "2020-01-02T12:00:00Z"
QUOTE = "These firms have shown by their deeds that a narrow field can be tilled deeply and for a long time."
MARK = Mark(4, 3, 3, "turning point", QUOTE, NOON, "exact")
NOTE = Note(
    7, 2, 2, 33, 45, "source", "niche", "narrow field", "Too literal.\nAsk *her*.", 2, NOON, NOON, "exact"
)
BOOK = Kept("A book", "/texts/book.txt", (MARK,), (NOTE,))
DISMISSAL = Dismissal(3, 1, "f00d", "forbidden", "niche", "2", "narrow field", "A quotation.", NOON)


def marked(**changed: object) -> list[Kept]:
    """A book with one mark that differs so."""
    return [BOOK._replace(marks=(MARK._replace(**changed),), notes=())]  # type: ignore[arg-type]  # any field


def test_the_text_lists_marks_and_notes_in_the_order_of_the_paragraphs() -> None:
    assert marks_text([BOOK]) == (
        "A book (/texts/book.txt)\n"
        "¶ 2, note on niche\n"
        "    “narrow field”\n"
        "    Too literal.\n"
        "    Ask *her*.\n"
        "¶ 3, mark: turning point\n"
        "    “These firms have shown by their deeds that a narrow field can be tilled…”\n"
    )


def test_several_texts_are_set_apart() -> None:
    assert marks_text([BOOK, BOOK]).count("\n\nA book") == 1
    assert marks_markdown([BOOK, BOOK]).count("\n\n## A book") == 1


def test_where_nothing_is_kept_nothing_is_said() -> None:
    assert (marks_text([]), marks_markdown([])) == ("", "")
    assert json.loads(marks_json([])) == {"schema": 1, "texts": []}


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        ({}, "¶ 3"),
        ({"paragraph": 0, "was": 0}, "headline"),
        ({"paragraph": 4, "state": "moved"}, "¶ 4 (moved, was ¶ 3)"),
        ({"paragraph": 0, "state": "uncertain"}, "headline (uncertain, was ¶ 3)"),
        ({"paragraph": None, "state": "orphan"}, "no longer found (was ¶ 3)"),
    ],
)
def test_an_uncertain_place_is_said_to_be_uncertain(mark: dict[str, object], place: str) -> None:
    assert f"\n{place}, mark: turning point\n" in marks_text(marked(**mark))
    assert f"\n— {place}, turning point\n" in marks_markdown(marked(**mark))


def test_what_is_no_longer_found_comes_last() -> None:
    lost = MARK._replace(id=1, paragraph=None, was=1, name="lost", state="orphan")
    text = marks_text([BOOK._replace(marks=(MARK, lost))])
    assert text.index("note on niche") < text.index("turning point") < text.index("lost")


def test_the_json_has_stable_keys() -> None:
    found = json.loads(marks_json([BOOK]))
    assert found["schema"] == 1
    assert found["texts"][0].keys() == {"title", "path", "marks", "notes", "dismissals"}
    assert found["texts"][0]["marks"] == [
        {
            "id": 4,
            "paragraph": 3,
            "was": 3,
            "state": "exact",
            "name": "turning point",
            "quote": QUOTE,
            "created": NOON,
        }
    ]
    assert found["texts"][0]["notes"] == [
        {
            "id": 7,
            "paragraph": 2,
            "was": 2,
            "state": "exact",
            "side": "source",
            "start": 33,
            "end": 45,
            "concept": "niche",
            "quote": "narrow field",
            "text": "Too literal.\nAsk *her*.",
            "revision": 2,
            "created": NOON,
            "changed": NOON,
        }
    ]


def test_what_was_dismissed_is_listed_last_with_its_reason() -> None:
    lines = "¶ 2, dismissed forbidden niche\n    “narrow field”\n    A quotation.\n"
    assert marks_text([BOOK._replace(dismissals=(DISMISSAL,))]).endswith("tilled…”\n" + lines)
    bare = DISMISSAL._replace(found="", reason="", concept="")
    assert marks_text([Kept("A", "a", (), (), (bare,))]) == "A (a)\n¶ 2, dismissed forbidden\n"


def test_a_dismissal_has_keys_of_its_own_and_is_nothing_for_an_essay() -> None:
    kept = [BOOK._replace(marks=(), notes=(), dismissals=(DISMISSAL,))]
    assert json.loads(marks_json(kept))["texts"][0]["dismissals"] == [
        {
            "id": 3,
            "fingerprint": "f00d",
            "kind": "forbidden",
            "concept": "niche",
            "segment": "2",
            "found": "narrow field",
            "reason": "A quotation.",
            "created": NOON,
        }
    ]
    assert marks_markdown(kept) == ""


def test_chinese_stays_chinese_in_the_json() -> None:
    assert "要点" in marks_json(marked(name="要点"))


def test_the_markdown_has_quote_place_and_note() -> None:
    assert marks_markdown([BOOK]) == (
        "## A book\n\n"
        "> narrow field\n\n— ¶ 2\n\nToo literal.\\\nAsk \\*her\\*.\n\n"
        f"> {QUOTE}\n\n— ¶ 3, turning point\n\n"
    )


def test_the_markdown_quotes_a_paragraph_once() -> None:
    again = MARK._replace(id=5, name="again")
    note = NOTE._replace(paragraph=3, was=3, quote=QUOTE, body="Mine.")
    assert marks_markdown([Kept("A book", "", (MARK, again), (note, NOTE))]) == (
        "## A book\n\n"
        "> narrow field\n\n— ¶ 2\n\nToo literal.\\\nAsk \\*her\\*.\n\n"
        f"> {QUOTE}\n\n— ¶ 3, turning point, again\n\nMine.\n\n"
    )


def test_the_text_quotes_quotations_in_other_marks() -> None:
    assert "    「So “small giants” it is」\n" in marks_text(marked(quote="So “small giants” it is"))


ALLOWED = {
    *("heading_open", "heading_close", "blockquote_open", "blockquote_close", "paragraph_open"),
    *("paragraph_close", "inline", "text", "text_special", "softbreak", "hardbreak"),
}
TRICKY = st.text(alphabet="ab1 \n\t#*_`~<>[]()!&;:|\\-=+.{}$^@\"'/专　", max_size=40)


def shown(markdown: str) -> str:
    """What a Markdown renderer with tables and strikethrough shows, blanks aside; it must be mere text."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inner = [child for token in tokens for child in token.children or []]
    assert {token.type for token in [*tokens, *inner]} <= ALLOWED
    return "".join("".join(child.content for child in inner).split())


def bare(*texts: str) -> str:
    return "".join("".join(texts).split())


@given(TRICKY, TRICKY, TRICKY, TRICKY)
@example("## #", "1. one", "a|b\n:-", "2) two")
@example("", "", "~~~\n    code", "a\n---\n\nb\n===")
@example("[x]: /y", "![x](/y)", "<b>&amp;</b>", "\\")
@example("=", "+", "1. one", "|a|\n|-|")
def test_whatever_was_written_is_shown_as_it_was_written(
    title: str, name: str, quote: str, body: str
) -> None:
    mark = MARK._replace(name=name, quote=quote)
    note = NOTE._replace(paragraph=3, quote=quote, body=body)
    markdown = marks_markdown([Kept(title, "", (mark,), (note,))])
    comma = "," if name else ""
    assert shown(markdown) == bare(title, quote, "—¶3", comma, name, body)


@given(TRICKY)
def test_an_escaped_line_is_one_line_and_shows_itself(text: str) -> None:
    assert "\n" not in escaped(text)
    assert shown(escaped(text)) == bare(text)


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_leaves_as_mere_text(hostile: str) -> None:
    words = clean(hostile)
    mark, note = MARK._replace(name=clean_line(hostile), quote=words), NOTE._replace(body=words, quote=words)
    kept = [Kept(clean_line(hostile), clean_line(hostile), (mark,), (note,))]
    for export in (marks_text, marks_json, marks_markdown):
        left = export(kept)
        assert clean(left) == left
        left.encode("utf-8")
    assert json.loads(marks_json(kept))["texts"][0]["notes"][0]["text"] == words
    if len(hostile) < 1000:
        assert shown(marks_markdown(kept))


def test_exporting_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for export in (marks_text, marks_json, marks_markdown):
        export([BOOK])
    assert list(tmp_path.iterdir()) == []
