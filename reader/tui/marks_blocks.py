"""How a mark or a note stands in the list: where it is, its name, its words, and whether that is certain."""

from reader.shelf.marks import Mark
from reader.text.article import Article
from reader.text.clean import clean, clean_line
from reader.text.quoting import quoted
from reader.tui.blocks import Block
from reader.tui.brush import MARK, NOTE
from reader.tui.ink import Ink
from reader.tui.keeping import Item
from reader.tui.places import called

QUOTED = 120  # characters of a quote
BODY = 400  # characters of a note


def item_block(article: Article, item: Item, here: int) -> Block:
    """One entry of the list: a first line, and beneath it the quote, the note and what is uncertain."""
    sign = MARK if isinstance(item, Mark) else NOTE
    where = called(article, item.paragraph) if item.paragraph is not None else "nowhere"
    name = clean_line(item.name) if isinstance(item, Mark) else ""
    text = f"{sign} {where}  {name}".rstrip()
    inks = [
        Ink(0, 1, "sheet--inconsistent"),
        Ink(2, 2 + len(where), "sheet--label"),
        Ink(4 + len(where), len(text), "sheet--term"),
    ]
    rest = [
        (quoted(shortened(clean_line(item.quote), QUOTED)), "sheet--faint"),
        ("" if isinstance(item, Mark) else shortened(clean(item.body), BODY), "sheet--text"),
        (doubt(article, item, here), "sheet--inconsistent"),
    ]
    for words, style in rest:
        if words:
            inks.append(Ink(len(text) + 1, len(text) + 1 + len(words), style))
            text += f"\n{words}"
    return Block(text, inks=tuple(inks), hanging=2, target=item)


def doubt(article: Article, item: Item, here: int) -> str:
    """In words why it may not be where it was put, and what c does; "" where it is."""
    was = called(article, item.was)
    match item.state:
        case "moved":
            return f"moved: the text was edited, this was in {was}. c: it is right here"
        case "uncertain":
            return f"uncertain: the text was edited, this is most like what was in {was}. c: it is right here"
        case "orphan":
            return f"lost: the text was edited, this was in {was}. c: put it on {called(article, here)}"
    return ""


def shortened(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis for the rest."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut).rstrip() + "…"
