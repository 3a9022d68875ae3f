"""Finding words in both languages."""

from pathlib import Path

import pytest

from reader.text.article import About, Article
from reader.tui.search import Found, Search

ARTICLE = Article(
    Path("a.txt"),
    ["The “root” of it", "No such word", "A 'root' and a root-\nstock", "Root"],
    ["“根”", "", "根与根", "Root 根"],
    About(),
    "digest",
    headline=False,
)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("root", 5),
        ("ROOT", 5),
        ('"root"', 1),
        ("'root'", 1),
        ("根", 4),
        ("such  word", 1),
        ("nowhere", 0),
        ("a.d", 0),
    ],
)
def test_every_place_is_found_on_both_sides(words: str, count: int) -> None:
    assert Search(ARTICLE, words).count(10) == count


def test_hits_follow_one_another_and_go_round() -> None:
    search = Search(ARTICLE, "根")
    hit = search.after(2, None, 1)
    numbers = []
    for _ in range(5):
        assert hit is not None
        numbers.append((hit.number, hit.start))
        hit = search.after(hit.number, hit, 1)
    assert numbers == [(3, 0), (3, 2), (4, 5), (1, 1), (3, 0)]


def test_hits_go_back_as_they_came() -> None:
    search = Search(ARTICLE, "root")
    forward: list[Found] = []
    hit = search.after(1, None, 1)
    for _ in range(5):
        assert hit is not None
        forward.append(hit)
        hit = search.after(hit.number, hit, 1)
    back = [forward[-1]]
    for _ in range(4):
        hit = search.after(back[-1].number, back[-1], -1)
        assert hit is not None
        back.append(hit)
    assert back == forward[::-1]


def test_no_words_find_nothing() -> None:
    assert Search(ARTICLE, "").after(1, None, 1) is None


def test_a_hit_is_found_again_when_it_is_the_only_one() -> None:
    search = Search(ARTICLE, "such")
    hit = search.after(1, None, 1)
    assert hit is not None
    assert search.after(hit.number, hit, 1) == hit
    assert search.after(hit.number, hit, -1) == hit


def test_a_long_text_is_not_read_through_for_a_count() -> None:
    assert Search(ARTICLE, "root").count(2) is None


def test_while_typing_only_so_many_paragraphs_are_read() -> None:
    assert Search(ARTICLE, "Root 根").after(1, None, 1, most=2) is None


def test_a_hit_knows_its_rank() -> None:
    search = Search(ARTICLE, "root")
    hit = search.after(3, None, 1)
    assert hit is not None
    assert search.rank(hit) == 2
