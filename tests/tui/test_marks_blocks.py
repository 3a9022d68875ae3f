"""How a mark or a note stands in the list."""

from pathlib import Path

import pytest

from reader.shelf.anchors import State
from reader.shelf.marks import Mark
from reader.tui.marks_blocks import doubt, item_block, shortened
from tests.shelf.books import PARAGRAPHS, book
from tests.tui.marked import edited_since, kept


def test_each_part_of_an_entry_has_its_own_style(tmp_path: Path) -> None:
    blocks = [
        item_block(made.article, item, 6)
        for made in (kept(tmp_path), edited_since(tmp_path))
        for item in made.items()
    ]
    parts = [[block.text[ink.start : ink.end] for ink in block.inks] for block in blocks]
    assert parts[0] == ["◆", "¶ 2", "awards", f"“{shortened(PARAGRAPHS[1], 120)}”"]
    assert parts[1] == ["✎", "¶ 3", "", "“firms”", "on the firms"]
    assert parts[-1][1] == "nowhere"
    assert parts[-1][-1].startswith("lost: ")


@pytest.mark.parametrize(
    ("state", "paragraph", "said"),
    [
        ("exact", 2, ""),
        ("moved", 2, "moved: the text was edited, this was in ¶ 3. c: it is right here"),
        (
            "uncertain",
            2,
            "uncertain: the text was edited, this is most like what was in ¶ 3. c: it is right here",
        ),
        ("orphan", None, "lost: the text was edited, this was in ¶ 3. c: put it on ¶ 6"),
    ],
)
def test_a_doubt_is_put_in_words(state: State, paragraph: int | None, said: str) -> None:
    assert doubt(book(), Mark(1, paragraph, 3, "", "", "", state), 6) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two", "one two"),
        ("one two three four", "one two…"),
        ("专精特新专精特新专精特新", "专精特新专精特新专精…"),
        ("a bcdefghijklmnop", "a bcdefghi…"),
    ],
)
def test_a_long_quote_is_cut_at_a_blank_or_where_it_must(text: str, short: str) -> None:
    assert shortened(text, 10) == short
