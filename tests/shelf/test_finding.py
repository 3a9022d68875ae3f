"""Anchors survive editing: found by hash, words in context, likeness or neighbours, or told as lost."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.shelf.anchors import Anchor, Resolution, anchor_at
from reader.shelf.finding import resolve, resolve_all, resume
from reader.text.article import Article, Paragraph
from tests.shelf.books import PARAGRAPHS, TRANSLATIONS, book

DEEPLY = PARAGRAPHS[2].index("narrow field")


def anchor(number: int = 3) -> Anchor:
    return anchor_at(book(), number)


def on_words(text: Article | None = None) -> Anchor:
    return anchor_at(text or book(), 3, DEEPLY, DEEPLY + len("narrow field"))


def edited(number: int, *instead: str) -> Article:
    """The book with other paragraphs in the place of one."""
    return book([*PARAGRAPHS[: number - 1], *instead, *PARAGRAPHS[number:]])


@pytest.mark.parametrize(
    ("text", "number", "state"),
    [
        (book(), 3, "exact"),
        (edited(6, "Another"), 3, "exact"),
        (edited(2, "Another"), 3, "exact"),
        (edited(1, "A new headline", PARAGRAPHS[0]), 4, "moved"),
        (edited(1), 2, "moved"),
        (book([*PARAGRAPHS[3:], PARAGRAPHS[2]]), 5, "moved"),
        (edited(3, PARAGRAPHS[2].replace("narrow", "small")), 3, "uncertain"),
        (edited(3, PARAGRAPHS[2] + " And more."), 3, "uncertain"),
        (edited(3, PARAGRAPHS[2][:60], PARAGRAPHS[2][60:]), 3, "uncertain"),
        (book([PARAGRAPHS[0], f"{PARAGRAPHS[1]} {PARAGRAPHS[2]}", *PARAGRAPHS[3:]]), 2, "uncertain"),
        (book([PARAGRAPHS[0], " ".join([*PARAGRAPHS[1:6]])]), 2, "uncertain"),
        (
            book(["Some.", f"{PARAGRAPHS[2][:40]}, said the old man, who had seen it all before.", "More."]),
            None,
            "orphan",
        ),
        (edited(3, "Something else."), 3, "uncertain"),
        (edited(3), None, "orphan"),
        (book(["Nothing", "of", "it"]), None, "orphan"),
        (book([]), None, "orphan"),
    ],
    ids=[
        "the same text",
        "edited elsewhere",
        "a neighbour edited",
        "a paragraph before it",
        "one less before it",
        "carried to the end",
        "a word changed",
        "lengthened",
        "split",
        "joined to the one before",
        "joined to many",
        "only its beginning in another",
        "replaced between its neighbours",
        "deleted",
        "another text",
        "an empty text",
    ],
)
def test_a_paragraph_is_found_again(text: Article, number: int | None, state: str) -> None:
    found = resolve(anchor(), text)
    assert (found.number, found.state) == (number, state)


@pytest.mark.parametrize(("number", "instead"), [(1, "Quite another"), (len(PARAGRAPHS), "Quite another")])
def test_a_replaced_paragraph_at_the_edge_is_found_by_its_one_neighbour(number: int, instead: str) -> None:
    found = resolve(anchor(number), edited(number, instead))
    assert (found.number, found.state) == (number, "uncertain")


def test_of_equal_paragraphs_the_one_between_the_old_neighbours_is_meant() -> None:
    stars = "* * *"
    old = book(["one", stars, "two", stars, "three", stars, "four"])
    new = book(["zero", "one", stars, "two", stars, "three", stars, "four"])
    assert [resolve(anchor_at(old, number), new).number for number in (2, 4, 6)] == [3, 5, 7]


def test_of_equal_paragraphs_in_new_company_the_nearest_is_taken_with_doubt() -> None:
    stars = "* * *"
    found = resolve(
        anchor_at(book(["one", stars, "two", stars, "three"]), 4), book(["a", stars, "b", stars, "c"])
    )
    assert (found.number, found.state) == (4, "uncertain")


@pytest.mark.parametrize(
    ("paragraph", "state"),
    [
        (PARAGRAPHS[2], "exact"),
        ("Now " + PARAGRAPHS[2], "moved"),
        (PARAGRAPHS[2].replace("These firms", "These"), "moved"),
        (PARAGRAPHS[2].replace("can be tilled", "may be tilled"), "uncertain"),
    ],
)
def test_words_are_found_where_they_now_stand(paragraph: str, state: str) -> None:
    found = resolve(on_words(), edited(3, paragraph))
    assert (found.number, found.state) == (3, state)
    assert paragraph[found.start : found.end] == "narrow field"


def test_of_equal_words_those_in_the_old_context_are_meant() -> None:
    words = "a narrow field here, a narrow field there, a narrow field everywhere and for a long time to come"
    start = words.index("narrow field there")
    old = book([*PARAGRAPHS[:2], words])
    found = resolve(anchor_at(old, 3, start, start + 12), book([*PARAGRAPHS[:2], "So: " + words]))
    assert found.start == start + 4


def test_words_that_are_gone_leave_their_paragraph() -> None:
    found = resolve(on_words(), edited(3, PARAGRAPHS[2].replace("narrow field", "small plot")))
    assert found == Resolution(3, 0, 0, "uncertain", found.score)


def test_words_are_found_in_another_paragraph_with_their_context() -> None:
    carried = PARAGRAPHS[2][DEEPLY - 40 : DEEPLY + 60]
    found = resolve(on_words(), book([*PARAGRAPHS[:2], *PARAGRAPHS[3:], f"They said {carried} at last."]))
    assert (found.number, found.state) == (len(PARAGRAPHS), "moved")


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("这些企业深耕细分领域", Resolution(3, 2, 4, "exact", 1.0)),
        ("这些小企业深耕细分领域", Resolution(3, 3, 5, "uncertain", 1.0)),
        ("这些厂家深耕细分领域", Resolution(3, 0, 0, "uncertain", 1.0)),
    ],
)
def test_words_of_a_translation_are_looked_for_although_the_source_is_the_same(
    translation: str, found: Resolution
) -> None:
    old = anchor_at(book(translations=TRANSLATIONS), 3, 2, 4, "translation")
    new = book(translations=[*TRANSLATIONS[:2], translation, *TRANSLATIONS[3:]])
    assert resolve(old, new) == found


def test_of_equal_words_of_a_translation_those_in_the_old_context_are_meant() -> None:
    old = book(translations=["企业和企业家和企业主", *TRANSLATIONS[1:]])
    new = book(translations=["今天企业和企业家和企业主", *TRANSLATIONS[1:]])
    found = resolve(anchor_at(old, 1, 3, 5, "translation"), new)
    assert (found.start, found.end) == (5, 7)


@pytest.mark.parametrize("old", [anchor(), on_words()], ids=["a paragraph", "words"])
def test_in_a_paragraph_edited_where_it_stands_nothing_else_is_searched(
    old: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("reader.shelf.finding.shortlists")
    assert resolve(old, edited(3, "Now " + PARAGRAPHS[2])).number == 3


LINES = st.text(alphabet="abcdefghijklmnopqrstuvwxyz专精特新小巨人 ", min_size=30, max_size=90)
BOOKS = st.lists(LINES, min_size=3, max_size=12, unique=True)


@given(BOOKS, st.data())
def test_an_anchor_survives_inserting_and_deleting_other_paragraphs(
    lines: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    kept = [data.draw(st.booleans()) or number == place for number in range(len(lines))]
    added = data.draw(st.lists(LINES, max_size=5))
    assume(lines[place] not in added)
    new = [line for line, stays in zip(lines, kept, strict=True) if stays]
    for line in added:
        new.insert(data.draw(st.integers(0, len(new))), line)
    found = resolve(anchor_at(book(lines), place + 1), book(new))
    assert found.number == new.index(lines[place]) + 1
    assert found.state == ("exact" if found.number == place + 1 else "moved")


@given(BOOKS, st.data())
def test_an_anchor_survives_a_small_edit_inside_its_paragraph(lines: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    line = lines[place]
    cut = data.draw(st.integers(0, len(line)))
    changed = (
        line[:cut]
        + data.draw(st.text(alphabet="XYZ", max_size=6))
        + line[cut + data.draw(st.integers(0, 4)) :]
    )
    assume(changed not in lines)
    found = resolve(anchor_at(book(lines), place + 1), book([*lines[:place], changed, *lines[place + 1 :]]))
    assert (found.number, found.state) == (place + 1, "uncertain")


@given(BOOKS, st.data())
def test_in_an_unchanged_text_every_anchor_is_exactly_where_it_was(
    lines: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, len(lines)))
    start = data.draw(st.integers(0, 20))
    end = data.draw(st.integers(start, 29))
    found = resolve(anchor_at(book(lines), number, start, end), book(lines))
    assert found == Resolution(number, start if end > start else 0, end if end > start else 0, "exact", 1.0)


@given(BOOKS, BOOKS, st.data())
def test_whatever_the_edit_the_answer_is_a_place_in_the_text_or_an_orphan(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    text = book(new)
    start = data.draw(st.integers(0, 20))
    number = data.draw(st.integers(1, len(old)))
    found = resolve(anchor_at(book(old), number, start, start + data.draw(st.integers(0, 5))), text)
    if found.number is None:
        assert found.state == "orphan"
    else:
        assert 0 <= found.start <= found.end <= len(text.paragraph(found.number).source)
    assert 1 <= resume(anchor_at(book(old), number), text) <= len(new)


def test_many_anchors_are_found_like_one() -> None:
    text = edited(3, PARAGRAPHS[2].upper(), "new", "newer")
    anchors = [anchor_at(book(), number) for number in range(1, len(PARAGRAPHS) + 1)]
    assert resolve_all(anchors, text) == [resolve(one, text) for one in anchors]


class Counting:
    """A text that counts how often it is asked for a paragraph."""

    def __init__(self, article: Article) -> None:
        self.digest = article.digest
        self.first = article.first
        self.last = article.last
        self.asked = 0
        self._article = article

    def paragraph(self, number: int) -> Paragraph:
        self.asked += 1
        return self._article.paragraph(number)


LONG: Sequence[str] = [f"Paragraph {number} of a long text." for number in range(5000)]


def test_in_an_unchanged_text_no_paragraph_is_looked_at() -> None:
    text = Counting(book(LONG))
    anchors = [anchor_at(book(LONG), number) for number in range(1, 5000, 10)]
    assert [found.state for found in resolve_all(anchors, text)] == ["exact"] * 500
    assert text.asked == 0


def test_in_an_edited_text_the_searching_does_not_grow_with_the_number_of_anchors() -> None:
    text = Counting(book(["New", *LONG[:3000], *LONG[3500:]]))
    anchors = [anchor_at(book(LONG), number) for number in range(1, 5000, 10)]
    found = resolve_all(anchors, text)
    assert [one.number for one in found[:3]] == [2, 12, 22]
    assert text.asked < 4 * 4501 + 40 * len(anchors)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (book(), 3),
        (edited(1), 2),
        (edited(3), 3),
        (book([*PARAGRAPHS[3:]]), 1),
        (book([*"abcd", PARAGRAPHS[1]]), 5),
        (book(PARAGRAPHS[:2]), 2),
        (book([]), 1),
    ],
)
def test_reading_goes_on_at_the_paragraph_or_at_what_is_left_beside_it(text: Article, number: int) -> None:
    assert resume(anchor(), text) == number
