"""The check beside the reading finds what `reader check` finds, keeps its pace and can be stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.terms.checking import Checker
from reader.terms.matching import Match, Matcher
from reader.text.article import About, Article
from reader.text.bitexts.articles import article_bitext
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.files import read_article
from reader.tui import checking
from reader.tui.cards import Go
from reader.tui.checking import Pace, Stopped, check
from reader.tui.desk import Desk
from reader.tui.findings import Findings, place
from tests.tui.found import ROOT
from tests.tui.stage import desk_with

TEXT = (("The stem.", "根。"), ("The root, a radix.", "根和根。"), ("Nothing at all here.", "根。"))


def never() -> bool:
    return False


def eager(stopped: Iterator[bool] | None = None) -> Pace:
    """A pace without a rest; `stopped` says after each paragraph whether the answer is wanted no longer."""
    return Pace(1e9, 0, never, (lambda: next(stopped)) if stopped else never)


def last(desk: Desk) -> Findings:
    """What is told at the end."""
    *_, whole = check(desk, eager())
    return whole


def test_what_is_found_stands_in_the_order_of_the_text() -> None:
    found = last(desk_with([ROOT], TEXT))
    assert found.complete
    assert [(one.target.spot.segment, one.kind, one.severity) for one in found.told] == [
        ("1", "forbidden", "error"),
        ("1", "inconsistent", "warning"),
        ("2", "non-preferred", "info"),
        ("3", "missing", "error"),
    ]
    assert [one.found or one.source_term for one in found.told if not one.used] == ["stem", "radix", "根"]


def test_nothing_is_searched_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[tuple[str, str]] = []
    find = Matcher.find

    def counted(self: Matcher, text: str, lang: str) -> tuple[Match, ...]:
        searched.append((text, lang))
        return find(self, text, lang)

    monkeypatch.setattr(Matcher, "find", counted)
    desk = desk_with([ROOT], TEXT)
    for number in range(1, len(TEXT) + 1):
        assert desk.terms(number)
    assert last(desk).told
    assert len(searched) == len(set(searched))


def test_a_text_in_one_language_is_checked_in_that_one() -> None:
    desk = desk_with([ROOT], [(english, "") for english, _ in TEXT])
    desk.article = Article(Path("small.txt"), [english for english, _ in TEXT], [], About(), "", False)
    assert [one.kind for one in last(desk).told] == ["forbidden", "inconsistent", "non-preferred"]


def test_where_there_is_no_glossary_nothing_is_told() -> None:
    desk = desk_with([ROOT], TEXT)
    desk.put(None)
    assert list(check(desk, eager())) == []


def test_a_text_in_a_language_without_terms_is_not_checked_and_that_is_said() -> None:
    desk = desk_with([ROOT], TEXT)
    desk.speak("fr")
    found = last(desk)
    assert (found.told, found.complete) == ((), True)
    assert "no term in the language fr" in found.refusal


def test_no_more_than_that_is_kept_but_all_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST", 2)
    found = last(desk_with([ROOT], TEXT * 3))
    assert [one.kind for one in found.told] == ["forbidden", "inconsistent", "non-preferred"]
    assert found.more == {"error": 5, "info": 2}
    assert found.left({}) == {"error": 6, "warning": 1, "info": 3}


def test_something_is_told_before_all_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "TELL", -1)
    told = [(len(found.told), found.complete) for found in check(desk_with([ROOT], TEXT), eager())]
    assert told == [(1, False), (2, False), (3, False), (4, False), (4, True)]


def test_nothing_is_kept_of_the_places_that_the_entry_shows() -> None:
    used = next(one.used for one in last(desk_with([ROOT], TEXT)).told if one.used)
    assert [(each.text, each.times, each.spots) for each in used] == [
        ("stem", 1, ()),
        ("root", 1, ()),
        ("radix", 1, ()),
    ]


def test_it_can_be_stopped_at_every_paragraph() -> None:
    with pytest.raises(Stopped):
        list(check(desk_with([ROOT], TEXT), eager(iter([False, True]))))


def test_it_rests_after_its_work_and_while_the_reader_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[float] = []
    monkeypatch.setattr(checking, "sleep", rested.append)
    moving = iter([True, True, False, False])
    pace = Pace(-1, 0.5, lambda: next(moving), never)
    pace.keep()
    assert rested == [0.5, 0.5, 0.5]
    pace.keep()
    assert rested == [0.5] * 4


def test_a_pace_that_has_time_left_does_not_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[float] = []
    monkeypatch.setattr(checking, "sleep", rested.append)
    eager().keep()
    assert rested == []


def test_who_waits_for_a_reader_that_moves_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "sleep", lambda seconds: None)
    with pytest.raises(Stopped):
        Pace(-1, 0, lambda: True, lambda: True).keep()


FILES = {
    "plain": ("a.txt", "The stem.\n\nThe root, a radix.\n", "根。\n\n根和根。\n"),
    "a remark": ("a.txt", "The stem. reader:ignore root\n\nThe stem.\n", "根。\n\n根。\n"),
    "a remark of its own": ("a.txt", "The root.\n\nreader:ignore root\n\nThe stem.\n", ""),
    "Markdown": ("a.md", "The *stem*.\n\nThe [root](http://stem/).\n", ""),
}


@pytest.mark.parametrize(("name", "text", "chinese"), FILES.values(), ids=FILES)
def test_it_finds_what_the_command_finds(tmp_path: Path, name: str, text: str, chinese: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    if chinese:
        path.with_suffix(".zh.txt").write_text(chinese, encoding="utf-8")
    desk = Desk(read_article(path), "en", "zh")
    desk.put(desk_with([ROOT], TEXT).glossary)
    assert desk.glossary
    about = desk.article.about._replace(source_language="en")
    desk.article.about = about
    expected = Checker(desk.glossary).findings(article_bitext(desk.article))
    assert {one.fingerprint for one in last(desk).told} == {one.fingerprint for one in expected}


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="zh" adminlang="en" datatype="plaintext" segtype="sentence"
creationtool="t" creationtoolversion="1" o-tmf="t"/><body>
<tu><tuv xml:lang="zh"><seg>根。</seg></tuv><tuv xml:lang="en"><seg>The <ph/>stem  of
it.</seg></tuv></tu>
<tu><note>reader:ignore root</note><tuv xml:lang="zh"><seg>根。</seg></tuv>
<tuv xml:lang="en"><seg>A stem.</seg></tuv></tu>
<tu><tuv xml:lang="zh"><seg>根。</seg></tuv><tuv xml:lang="en"><seg>A root.</seg></tuv></tu>
</body></tmx>
"""


def test_in_a_file_of_pairs_it_finds_what_the_command_finds(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX, encoding="utf-8")
    article = read_article(path)
    desk = Desk(article, article.about.source_language, article.about.target_language)
    desk.put(desk_with([ROOT], TEXT).glossary)
    assert desk.glossary
    expected = list(Checker(desk.glossary).findings(open_bitext(Request(path))))
    found = last(desk).told
    assert {one.fingerprint for one in found} == {one.fingerprint for one in expected}
    assert [(one.kind, place(desk, one)) for one in found] == [
        ("forbidden", Go(1, 4, "source", "root")),
        ("inconsistent", Go(1, 4, "source", "root")),
    ]
