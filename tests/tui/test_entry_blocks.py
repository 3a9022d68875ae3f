"""What an entry says of a concept and of its places in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.terms.concepts import Concept, Definition, Fact, Source, Term
from reader.text.clean import clean
from reader.tui.blocks import Block
from reader.tui.cards import Go, OpenEntry
from reader.tui.desk import Desk
from reader.tui.entry_blocks import copied, entry_blocks
from reader.tui.entry_concordance import LIMIT, beginning, concordance_blocks, cut, ending
from reader.tui.entry_renderings import Stretch, renderings
from tests.hostile import HOSTILE
from tests.tui.stage import counted, desk_with, fitted

RIGHT = Term("en", "distinctive and innovative", "preferred", type="fullForm")
WRONG = Term(
    "en", "special new", "deprecated", severity="critical", why="Two of the four characters are gone."
)
SHORT = Term(
    "en",
    "SRDI",
    "admitted",
    note="After first mention.",
    contexts=({"text": "the “SRDI” firms", "source": "a paper"},),
)
CHINESE = Term("zh-Hans", "专精特新", "preferred", pinyin="zhuān jīng tè xīn")
TRADITIONAL = Term("zh-Hant", "專精特新", "preferred")
LABEL = Concept(
    "label",
    (CHINESE, TRADITIONAL, SHORT, WRONG, RIGHT),
    subject_field="policy",
    tier="core",
    definitions=(Definition("en", "An official label.", "a book"), Definition("zh-Hans", "一种称号。")),
    notes=("Keep the four.",),
    facts=(Fact("First used in 2011.", ("S1", "S2"), "weak sources only"),),
    related=("giant",),
    links=({"text": "The page", "url": "https://example.org/page"},),
)
GIANT = Concept("giant", (Term("zh-Hans", "小巨人", "preferred"), Term("en", "little giant", "preferred")))
TEXT = [
    ("Many special new firms; special new firms.", "许多专精特新企业；专精特新企业。"),
    ("Nothing here.", "此处没有。"),
    ("An SRDI firm.", "一家专精特新企业。"),
    ("Once more special new firms.", "又是专精特新企业。"),
]
SOURCES = {"S1": Source("The yearbook", "https://example.org/1")}


@pytest.fixture
def small() -> Desk:
    """A text of four paragraphs with a label rendered in two ways, neither the right one."""
    return desk_with([LABEL, GIANT], TEXT, SOURCES)


def said(desk: Desk, width: int = 80) -> str:
    """The whole entry of the label as one text."""
    return "\n".join(fitted(entry_blocks(desk, LABEL, counted(desk)["label"]), width))


@pytest.mark.parametrize(
    "part",
    [
        "专精特新   zhuān jīng tè xīn",
        "policy · core · label",
        "✓ 專精特新   preferred · zh-Hant · not in this text",
        "✓ distinctive and innovative   preferred · full form · not in this text",
        "~ SRDI   admitted",
        "✗ special new   deprecated · critical",
        "Two of the four characters are gone.",
        "After first mention.",
        "「the “SRDI” firms」 — a paper",
        "English  An official label.",
        "a book",
        "Chinese  一种称号。",
        "• Keep the four.",
        "• First used in 2011.",
        "! weak sources only",
        "The yearbook",
        "https://example.org/1",
        "S2",
        "小巨人  little giant",
        "https://example.org/page",
    ],
)
def test_an_entry_says_all_that_the_glossary_knows(small: Desk, part: str) -> None:
    assert part in said(small).split("\n")


def test_each_rendering_has_its_bar_count_and_share(small: Desk) -> None:
    shown = fitted(renderings(LABEL, "en", counted(small)["label"], Stretch(1, 4)), 80)
    assert shown[0] == "English   4 places   a cell is a paragraph, ¶1 to ¶4"
    assert shown[shown.index("✗ special new   deprecated · critical") + 1] == "█··█  3 of 4 · 75 %"
    assert shown[shown.index("~ SRDI   admitted") + 1] == "··█·  1 of 4 · 25 %"


def test_each_rendering_names_its_paragraphs_and_leads_to_each(small: Desk) -> None:
    blocks = list(renderings(LABEL, "en", counted(small)["label"], Stretch(1, 4)))
    (several,) = (block for block in blocks if block.text == "¶1×2  ¶4")
    assert [(several.text[ink.start : ink.end], ink.meta) for ink in several.inks] == [
        ("¶1×2", (("target", Go(1, 5)),)),
        ("¶4", (("target", Go(4, 10)),)),
    ]


def test_of_very_many_paragraphs_only_the_first_are_named() -> None:
    many = desk_with([LABEL], [TEXT[0]] * 61)
    shown = fitted(renderings(LABEL, "en", counted(many)["label"], Stretch(1, 61)), 80)
    (named,) = (line for line in shown if line.startswith("¶1×2"))
    assert named.endswith("¶60×2  …")
    few = desk_with([LABEL], [TEXT[0]] * 60)
    shown = fitted(renderings(LABEL, "en", counted(few)["label"], Stretch(1, 60)), 80)
    assert [line[-5:] for line in shown if line.startswith("¶1×2")] == ["¶60×2"]


def test_a_count_tells_what_stands_inside_a_longer_term() -> None:
    outer = Concept("outer", (Term("zh-Hans", "大企业", "preferred"), Term("en", "large firm", "preferred")))
    inner = Concept("inner", (Term("zh-Hans", "企业", "preferred"), Term("en", "firm", "preferred")))
    desk = desk_with([outer, inner], [("A large firm and a firm.", "大企业和企业。")])
    shown = fitted(renderings(inner, "en", counted(desk)["inner"], Stretch(1, 1)), 80)
    assert shown[2] == "█  2 of 2 · 100 % · 1 inside a longer term"


def test_the_preferred_stands_first_and_the_others_by_count(small: Desk) -> None:
    shown = [line[2:] for line in fitted(renderings(LABEL, "en", counted(small)["label"], Stretch(1, 4)), 80)]
    starts = [
        next(i for i, line in enumerate(shown) if line.startswith(t.text)) for t in (RIGHT, WRONG, SHORT)
    ]
    assert starts == sorted(starts)


def test_a_rendering_in_the_text_leads_to_its_first_place(small: Desk) -> None:
    targets = [block.target for block in renderings(LABEL, "en", counted(small)["label"], Stretch(1, 4))]
    assert [target for target in targets if target] == [Go(1, 5), Go(3, 3)]


def test_before_counting_the_entry_says_so_and_claims_nothing(small: Desk) -> None:
    shown = "\n".join(fitted(entry_blocks(small, LABEL, None), 80))
    assert shown.count("counting…") == 3
    assert "not in this text" not in shown
    assert "✗ special new   deprecated · critical" in shown


def test_a_term_with_no_place_says_so(small: Desk) -> None:
    shown = fitted(entry_blocks(small, GIANT, ()), 80)
    assert "English   not in this text" in shown
    assert "In the text   not in this text" in shown


@given(count=st.integers(1, 5000), width=st.integers(1, 200))
def test_a_bar_has_a_cell_for_every_paragraph_or_bucket(count: int, width: int) -> None:
    stretch = Stretch(1, count)
    cells = -(-count // stretch.bucket(width))
    assert cells <= max(8, width - 22)
    assert stretch.bucket(width) == 1 or cells > max(8, width - 22) // 2


def test_a_bar_of_a_long_text_tells_what_a_cell_stands_for() -> None:
    desk = desk_with([LABEL], [*[("Nothing.", "无。")] * 99, ("The special new.", "新。")])
    shown = fitted(renderings(LABEL, "en", counted(desk)["label"], Stretch(1, 100)), 72)
    assert "a cell is 2 paragraphs, ¶1 to ¶100" in shown[0]
    assert f"{'·' * 49}█  1 of 1 · 100 %" in shown


# The concordance


def keywords(desk: Desk, width: int) -> list[str]:
    """The rows of the concordance."""
    blocks = list(concordance_blocks(desk, counted(desk)["label"], None))
    return fitted([block for block in blocks if block.target], width)


@pytest.mark.parametrize("width", [38, 60, 120])
def test_keywords_stand_in_one_column(small: Desk, width: int) -> None:
    for side in ("source", "translation"):
        places = [place for place in counted(small)["label"] if place.side == side]
        blocks = [block.fit(width) for block in concordance_blocks(small, places, None) if block.fit]
        keywords = [block.inks[-1] for block in blocks]
        assert [b.text[k.start : k.end] for b, k in zip(blocks, keywords, strict=True)] == [
            p.text for p in places
        ]
        assert len({cell_len(b.text[: k.start]) for b, k in zip(blocks, keywords, strict=True)}) == 1


def test_a_long_keyword_is_whole_where_the_row_has_room_for_it() -> None:
    long = Term("en", "distinctive and innovative", "preferred")
    desk = desk_with(
        [Concept("long", (long,))], [("All of them are distinctive and innovative, every one.", "无。")]
    )
    rows = fitted(concordance_blocks(desk, counted(desk)["long"], None), 40)
    assert rows[2] == " ✓ ¶1  em are distinctive and innovative"


@pytest.mark.parametrize("width", range(12, 130, 7))
def test_no_keyword_row_is_wider_than_the_sheet(small: Desk, width: int) -> None:
    assert all(cell_len(row) <= width for row in keywords(small, width))


def test_every_place_on_both_sides_is_listed_with_its_mark(small: Desk) -> None:
    shown = [row[:6] for row in keywords(small, 60)]
    assert shown == [" ✗ ¶1 ", " ✗ ¶1 ", " ~ ¶3 ", " ✗ ¶4 ", " ✓ ¶1 ", " ✓ ¶1 ", " ✓ ¶3 ", " ✓ ¶4 "]


def test_a_place_leads_to_itself_and_the_one_the_reader_came_from_is_signed(small: Desk) -> None:
    places = counted(small)["label"]
    here = places[-1]
    blocks = [block for block in concordance_blocks(small, places, here) if block.target]
    assert [block.target for block in blocks] == [
        Go(place.paragraph, place.start, place.side)
        for place in sorted(places, key=lambda place: (place.side, place.paragraph, place.start))
    ]
    signed = [row.startswith("▸") for row in fitted(blocks, 60)]
    assert signed == [block.target == Go(here.paragraph, here.start, here.side) for block in blocks]


def test_a_very_long_list_of_places_says_how_many_more_there_are() -> None:
    desk = desk_with([LABEL], [("special new " * (LIMIT + 7), "无。")])
    shown = fitted(concordance_blocks(desk, counted(desk)["label"], None), 60)
    assert shown[-1] == "… and 7 places more"
    assert len(shown) == LIMIT + 3


@given(st.text(), st.integers(0, 40))
def test_the_end_of_a_text_fills_its_column_exactly(text: str, cells: int) -> None:
    shown = ending(clean(text), cells)
    assert cell_len(shown) == cells
    assert clean(text).endswith(shown.lstrip(" "))


@given(st.text(), st.integers(0, 40))
def test_the_beginning_of_a_text_fits(text: str, cells: int) -> None:
    assert cell_len(beginning(clean(text), cells)) <= cells
    assert clean(text).startswith(beginning(clean(text), cells))


@pytest.mark.parametrize(("cells", "shown"), [(4, "中文"), (3, "中…"), (2, "…"), (1, "…")])
def test_what_is_cut_shows_it(cells: int, shown: str) -> None:
    assert cut("中文", cells) == shown


# Copying


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ((CHINESE, RIGHT), "专精特新 zhuān jīng tè xīn distinctive and innovative"),
        ((CHINESE,), "专精特新 zhuān jīng tè xīn"),
        ((TRADITIONAL, RIGHT), "專精特新 distinctive and innovative"),
        ((RIGHT,), "distinctive and innovative"),
        ((Term("fr", "marque"),), ""),
    ],
)
def test_copying_takes_chinese_pinyin_and_english(terms: tuple[Term, ...], text: str) -> None:
    assert copied(Concept("label", terms)) == text


# Hostile texts


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000])
def test_hostile_texts_in_the_glossary_stand_as_they_are(text: str) -> None:
    bad = clean(text) or "-"
    concept = Concept(
        "bad",
        (Term("zh-Hans", bad, pinyin=bad), Term("en", bad, "deprecated", why=bad, note=bad)),
        definitions=(Definition("en", bad, bad),),
        notes=(bad,),
        facts=(Fact(bad, (bad,), bad),),
        related=("bad",),
    )
    desk = desk_with([concept], [(bad, bad)])
    blocks: list[Block] = entry_blocks(desk, concept, counted(desk).get("bad", ()))
    assert OpenEntry("bad") in [block.target for block in blocks]
    assert f"• {bad}" in fitted(blocks, 40)
