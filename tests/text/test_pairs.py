"""A file of pairs is read like an article: targets as the text, sources beside them."""

from pathlib import Path

import pytest

from reader.errors import InputError
from reader.text import files
from reader.text.article import Article
from reader.text.bitexts import pairs
from reader.text.files import PAIRS, read_article

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="zh" adminlang="en" datatype="plaintext" segtype="sentence"
creationtool="t" creationtoolversion="1" o-tmf="t"/><body>
<tu><tuv xml:lang="zh"><seg>根在这里。</seg></tuv>
<tuv xml:lang="en"><seg>The <bpt i="1">b</bpt>root<ept i="1">b</ept> is here.</seg></tuv></tu>
<tu><note>reader:ignore root</note><tuv xml:lang="zh"><seg>叶在那里。</seg></tuv>
<tuv xml:lang="en"><seg>The leaf
  is there.</seg></tuv></tu>
</body></tmx>
"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh"
target-language="en" datatype="plaintext"><body>
<trans-unit id="a"><source>根在这里。</source><target>The root is here.</target></trans-unit>
<trans-unit id="b"><source>叶在那里。</source><target>The leaf is there.</target></trans-unit>
</body></file></xliff>
"""
PO = """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "根在这里。"
msgstr "The root is here."

msgid "叶在那里。"
msgstr "The leaf is there."
"""
TSV = "根在这里。\tThe root is here.\n叶在那里。\tThe leaf is there.\n"
FILES = {"a.tmx": TMX, "a.xlf": XLIFF, "a.po": PO, "a.tsv": TSV, "a.csv": TSV.replace("\t", ",")}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def both(article: Article) -> list[tuple[int, str, str | None]]:
    return [(one.number, one.source, one.translation) for one in article]


@pytest.mark.parametrize("name", FILES)
def test_the_targets_are_read_and_the_sources_stand_beside_them(tmp_path: Path, name: str) -> None:
    article = read_article(written(tmp_path, name, FILES[name]))
    assert both(article) == [
        (1, "The root is here.", "根在这里。"),
        (2, "The leaf is there.", "叶在那里。"),
    ]
    assert (article.first, article.last, article.bilingual, article.warnings) == (1, 2, True, ())
    assert article.about.source_language.startswith("en")
    assert article.about.target_language.startswith("zh")
    assert article.title == "a"


def test_what_a_remark_takes_out_of_the_check_is_known(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, "a.tmx", TMX)).ignored == {2: {"root"}}


def test_two_contents_have_two_digests(tmp_path: Path) -> None:
    one = read_article(written(tmp_path, "a.tsv", TSV)).digest
    assert read_article(written(tmp_path, "b.tsv", TSV)).digest == one
    assert read_article(written(tmp_path, "a.tsv", TSV + TSV)).digest != one


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    broken = "".join(f"一{number}\n" for number in range(5))
    article = read_article(written(tmp_path, "a.tsv", TSV + broken))
    assert len(both(article)) == 2
    assert len(article.warnings) == pairs.MOST_TOLD + 1
    assert article.warnings[0].startswith(f"{tmp_path}/a.tsv:3:")
    assert article.warnings[-1].startswith("2 more were left out")


def test_a_file_without_a_pair_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_article(written(tmp_path, "a.tmx", TMX[: TMX.index("<tu>")] + "</body></tmx>"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_something_else_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"a\."):
        read_article(written(tmp_path, name, "Just a line.\n"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_article(tmp_path / "a.tmx")


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.tsv", TSV)
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="larger than"):
        read_article(path)
    monkeypatch.undo()
    monkeypatch.setattr(pairs, "MAX_BLOCK", 5)
    with pytest.raises(InputError, match=r"a\.tsv:1:\d+: this segment has 17 characters"):
        read_article(path)


@pytest.mark.parametrize("ending", PAIRS)
def test_no_file_of_pairs_is_taken_for_a_text(tmp_path: Path, ending: str) -> None:
    with pytest.raises(InputError):
        read_article(written(tmp_path, f"a{ending.upper()}", "Just a line.\n"))
