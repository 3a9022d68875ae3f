"""Opening a text with its translation and sidecar, and saying why one cannot be opened."""

import os
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.folders import shipped
from reader.text.files import MAX_BYTES, read_article, read_text_article, shipped_article
from tests.hostile import HOSTILE, HOSTILE_BY_NAME

TEXT = "Headline\n\n  One.\n\nTwo.\n\nBy me\n"
CHINESE = "标题\n\n  一。\n\n二。\n\n我\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


def put(folder: Path, **files: str) -> Path:
    """Write `a.txt` and what stands beside it: `a_zh` is `a.zh.txt`, `a_yaml` is `a.yaml`."""
    for name, text in files.items():
        name = name.replace("_", ".").replace("..", "-")
        path = folder / (name if name.endswith(".yaml") else name + ".txt")
        path.write_text(text, encoding="utf-8")
    return folder / "a.txt"


def test_the_shipped_article_is_the_published_one_with_all_that_belongs_to_it() -> None:
    article = shipped_article()
    assert article.digest == "4177c6644792c8fe9c33a7c986d1c978ba47457bf262125525096003141b2d2b"
    assert (article.first, article.last, article.count, article.warnings) == (0, 22, 21, ())
    assert [paragraph.number for paragraph in article if paragraph.opens] == [1, 3, 7, 13, 18, 22]
    assert all(paragraph.translation for paragraph in article)
    source = shipped("seeds/000_87d324de753ab160.txt").read_text(encoding="utf-8")
    assert [paragraph.source for paragraph in article] == [block.strip() for block in source.split("\n\n")]


def test_a_text_alone_is_numbered_paragraphs(folder: Path) -> None:
    article = read_article(put(folder, a=TEXT))
    assert [(p.number, p.source, p.translation, p.opens) for p in article] == [
        (0, "Headline", None, False),
        (1, "One.", None, True),
        (2, "Two.", None, False),
        (3, "By me", None, False),
    ]
    assert (article.title, article.bilingual, article.warnings) == ("Headline", False, ())


def test_without_a_headline_the_numbers_begin_at_one_and_the_file_names_the_text(folder: Path) -> None:
    article = read_article(put(folder, a="Only\nlines\n\nof text."))
    assert [(p.number, p.source) for p in article] == [(1, "Only lines"), (2, "of text.")]
    assert article.title == "a"


def test_the_translation_stands_beside_its_paragraph(folder: Path) -> None:
    article = read_article(put(folder, a=TEXT, a_zh=CHINESE))
    assert [p.translation for p in article] == ["标题", "一。", "二。", "我"]
    assert article.about.target_language == "zh"


@pytest.mark.parametrize(
    ("names", "wanted", "found"),
    [
        (["a_de", "a_zh"], "", "zh"),
        (["a_fr", "a_de"], "", "de"),
        (["a_de", "a_zh", "a_fr"], "fr", "fr"),
        (["a_de", "a_zh"], "zh-Hans", "zh"),
        (["a_pt__BR", "a_zh"], "pt", "pt__BR"),
        (["a_zh", "a_zh__Hans", "a_zh__Hant"], "zh-Hant", "zh__Hant"),
        (["a_de"], "zh", "de"),
        (["a_yue", "a_en"], "yue", "yue"),
        (["a_yue"], "", "yue"),
        (["a_yue__Hant"], "zh-Hant", "yue__Hant"),
        (["a_fil"], "fil", "fil"),
        (["a_old", "a_bak", "a_new", "a_2", "ab_zh", "a_zh_bak"], "", ""),
    ],
)
def test_the_translation_is_the_one_the_sidecar_wants_or_the_likeliest(
    folder: Path, names: list[str], wanted: str, found: str
) -> None:
    path = put(folder, a=TEXT, **{name: CHINESE.replace("标题", name) for name in names})
    if wanted:
        put(folder, a_yaml=f"languages: {{target: {wanted}}}\n")
    article = read_article(path)
    assert article.paragraph(0).translation == (f"a_{found}" if found else None)
    speaks = wanted if found and wanted[:2] == found[:2] else found.replace("__", "-")
    assert article.about.target_language == speaks


@pytest.mark.parametrize(
    ("name", "beside", "found"),
    [
        ("LICENSE", "LICENSE.sh", False),
        ("LICENSE", "LICENSE.zh", False),
        ("README", "README.md", False),
        ("README", "README.zh.md", False),
        ("README", "README.zh.txt", True),
        ("README.md", "README.zh.md", True),
        ("README.md", "README.zh.txt", False),
    ],
)
def test_a_translation_ends_as_its_text_does(folder: Path, name: str, beside: str, found: bool) -> None:
    (folder / name).write_text(TEXT, encoding="utf-8")
    (folder / beside).write_text(CHINESE, encoding="utf-8")
    assert read_article(folder / name).bilingual == found


@pytest.mark.parametrize(
    ("translation", "number"),
    [
        ("标题\n\n  一。\n\n二。\n", 3),
        ("标题\n\n一。\n\n  一。\n\n二。\n\n我", 1),
        (CHINESE + "\n多\n", 4),
    ],
)
def test_a_translation_that_parts_is_shown_with_a_warning(
    folder: Path, translation: str, number: int
) -> None:
    article = read_article(put(folder, a=TEXT, a_zh=translation))
    assert article.paragraph(0).translation == "标题"
    [warning] = article.warnings
    assert warning.endswith(f"the text 4: they part at paragraph {number}, if not before.")


def test_without_a_headline_a_parting_is_counted_from_one(folder: Path) -> None:
    [warning] = read_article(put(folder, a="Two\nlines\n\nTwo.", a_zh="一")).warnings
    assert warning.endswith("has 1 paragraphs, the text 2: they part at paragraph 2, if not before.")


def test_an_unreadable_translation_does_not_stop_the_reading(folder: Path) -> None:
    path = put(folder, a=TEXT, a_zh="")
    assert read_article(path).warnings == (
        f"{folder / 'a.zh.txt'} is empty: there is nothing to read in it.",
    )
    (folder / "a.zh.txt").write_bytes(b"\xff")
    article = read_article(path)
    assert "0xFF" in article.warnings[0]
    assert not article.bilingual


def test_a_sidecar_adds_title_notes_and_byline(folder: Path) -> None:
    path = put(folder, a=TEXT, a_yaml="title: T\nbyline: 3\nnotes: {1: [why]}\n")
    article = read_article(path)
    assert (article.title, article.count, article.warnings) == ("T", 2, ())
    assert article.paragraph(1).notes == ("why",)


def test_a_faulty_sidecar_does_not_stop_the_reading(folder: Path) -> None:
    article = read_article(put(folder, a=TEXT, a_yaml="titel: T\nbyline: x\n"))
    assert article.title == "Headline"
    assert [warning.split(": ")[1] for warning in article.warnings] == [
        "unknown key 'titel' (did you mean 'title'?)\n    titel",
        "'x' is not a whole number\n    byline",
    ]


def test_what_a_sidecar_says_of_paragraphs_that_are_not_there_is_left_out(folder: Path) -> None:
    sidecar = "byline: 9\nnotes: {1: [a], 7: [b]}\nsections: [{first: 8, title: T}, {first: 0, title: H}]\n"
    article = read_article(put(folder, a=TEXT, a_yaml=sidecar))
    assert article.warnings == ("a.yaml speaks of paragraph 7, 8, 9; the text has 0 to 3.",)
    assert (list(article.about.notes), article.about.byline) == ([1], None)
    assert [section.first for section in article.about.sections] == [0]


def test_the_digest_is_of_the_bytes_of_the_text_alone(folder: Path) -> None:
    plain = read_article(put(folder, a="One.\n")).digest
    assert read_article(put(folder, a="One.\n", a_zh="一。", a_yaml="title: T")).digest == plain
    assert read_article(put(folder, a="One.\n\n")).digest != plain
    assert read_text_article("standard input", "One.\n").digest == plain


def test_a_text_that_is_no_file_is_named(tmp_path: Path) -> None:
    article = read_text_article("standard\ninput", "One.\n\n  Two.\ud800")
    assert [(p.source, p.opens) for p in article] == [("One.", False), ("Two.\ufffd", True)]
    assert str(article.path) == "standard\u240ainput"
    with pytest.raises(InputError, match=r"^standard input is empty"):
        read_text_article("standard input", " \n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no such.txt", r"^There is no file .*no such\.txt\.$"),
        ("", "is a folder. Name a text file in it.$"),
        ("a.txt/b.txt", "cannot be read: Not a directory.$"),
        ("nul\0.txt", "^There is no file .*nul\u2400.txt.$"),
        ("x" * 300, "cannot be read: File name too long.$"),
        ("esc\x1b]0;x\x07\n.txt", "^There is no file .*esc\u241b]0;x\u2407\u240a.txt.$"),
    ],
)
def test_a_path_that_leads_to_no_text_is_refused(folder: Path, name: str, said: str) -> None:
    put(folder, a=TEXT)
    with pytest.raises(InputError, match=said.replace("]", r"\]")):
        read_article(folder / name)


def test_a_hostile_name_is_told_without_its_controls(folder: Path) -> None:
    path = folder / "esc\x1b]0;x\x07.txt"
    path.write_bytes(b"\xff")
    with pytest.raises(InputError) as raised:
        read_article(path)
    assert "esc\u241b]0;x\u2407.txt:1:1: the byte 0xFF" in str(raised.value)


def test_a_file_larger_than_the_limit_is_refused(folder: Path) -> None:
    path = folder / "a.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 64 MiB"):
        read_article(path)


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 64 MiB"):
        read_article(Path("/dev/zero"))


def test_a_yaml_file_read_as_a_text_is_not_its_own_sidecar(folder: Path) -> None:
    path = put(folder, a_yaml="- no sidecar at all\n").with_name("a.yaml")
    assert read_article(path).warnings == ()


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
def test_a_hostile_file_is_read_or_refused(folder: Path, text: str) -> None:
    for name in ("a.txt", "a.zh.txt", "a.yaml"):
        (folder / name).write_bytes(text.encode(errors="surrogatepass"))
    try:
        article = read_article(folder / "a.txt")
        shown = [article.title, *(paragraph.source for paragraph in article), *article.warnings]
    except InputError as error:
        shown = [str(error)]
    assert shown
    assert not any(char in line for line in shown for char in "\x1b\x9b\u202e\ud800")
