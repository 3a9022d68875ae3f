"""A small text in two languages, and what the check finds in it."""

from pathlib import Path

from reader.terms.concepts import Concept, Rules, Term
from reader.tui.checking import Pace, check
from reader.tui.desk import Desk
from reader.tui.findings import Findings
from reader.tui.keeping import Keeper
from tests.shelf.books import shelf_in
from tests.tui.stage import desk_with

ROOT = Concept(
    "root",
    (
        Term("zh-Hans", "根", "preferred"),
        Term("en", "root", "preferred"),
        Term("en", "stem", "deprecated", severity="major", why="A stem is above the ground."),
        Term("en", "radix", "admitted", match=Rules(inflect=False)),
    ),
)
LEAF = Concept("leaf", (Term("zh-Hans", "叶", "preferred"), Term("en", "leaf", "preferred")))
TEXT = (
    ("The stem holds.", "根在。"),
    ("A text about nothing.", "什么也没有。"),
    ("The root, which is a radix.", "根就是根。"),
    ("Nothing at all stands in here.", "根和叶。"),
)
KINDS = ["forbidden", "inconsistent", "non-preferred", "missing", "missing"]
"""What is found, in the order of the text: two in ¶ 1, one in ¶ 3, two in ¶ 4."""


def small_desk() -> Desk:
    """The text with its glossary."""
    return desk_with([ROOT, LEAF], TEXT)


def found_in(desk: Desk) -> Findings:
    """What the check finds in the text of the desk."""
    *_, whole = check(desk, Pace(1e9, 0, lambda: False, lambda: False))
    return whole


def keeper_of(desk: Desk, folder: Path) -> Keeper:
    """A keeper on the text of the desk that has read the shelf of the folder."""
    keeper = Keeper(shelf_in(folder), desk.article)
    keeper.load()
    return keeper
