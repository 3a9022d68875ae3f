"""Small texts for the tests of the shelf, and shelves on a clock that stands still."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from reader.shelf.store import Shelf
from reader.text.article import About, Article

NOON = datetime(2020, 1, 2, 12, 0, 0, tzinfo=UTC)
STAMP = "2020-01-02T12:00:00Z"

PARAGRAPHS = (
    "Let more little giants prop up big innovation",
    "Not long ago the science and technology awards were announced, and many small firms were among them.",
    "These firms have shown by their deeds that a narrow field can be tilled deeply and for a long time.",
    "The bearing works of Wafangdian makes rollers that no other plant in the province dares to promise.",
    "日前揭晓的国家科学技术奖，共有二百六十四个科技项目入选，其中有十三家企业参加申报。",
    "Every workshop keeps a ledger in which the foreman writes what went wrong and who put it right.",
    "In the evening the apprentices read aloud from the manuals, since paper forgets less than people.",
)
TRANSLATIONS = (
    "标题",
    "不久前",
    "这些企业深耕细分领域",
    "瓦房店的轴承厂",
    "Not long ago",
    "每个车间",
    "晚上学徒朗读手册",
)
SHIFTED = ("A new headline", *PARAGRAPHS)
WITHOUT = (*PARAGRAPHS[:2], *PARAGRAPHS[3:])
REWRITTEN = (*PARAGRAPHS[:2], PARAGRAPHS[2].replace("deeds", "work"), *PARAGRAPHS[3:])


def book(
    paragraphs: Sequence[str] = PARAGRAPHS,
    path: Path = Path("/nowhere/book.txt"),
    translations: Sequence[str] = (),
) -> Article:
    """A text of these paragraphs, the first of them being number 1; no file is written."""
    digest = sha256("\n\n".join(paragraphs).encode("utf-8", "surrogatepass")).hexdigest()
    return Article(path, list(paragraphs), list(translations), About(title="A book"), digest, headline=False)


def book_file(path: Path, paragraphs: Sequence[str] = PARAGRAPHS) -> Article:
    """The same, with a file at its path, so that it is known by the path too."""
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return book(paragraphs, path)


def shelf_in(folder: Path) -> Shelf:
    """The shelf of a folder; whatever is written is written at noon."""
    return Shelf.open(folder, clock=lambda: NOON)


def names(shelf: Shelf) -> list[str]:
    """The names of the marks in the book."""
    return [mark.name for mark in shelf.marks(shelf.text(book()))]
