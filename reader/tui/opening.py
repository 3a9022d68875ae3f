"""Laying an article on the desk, and its glossary where it need not be read first. Imports no Textual."""

from pathlib import Path

from reader.terms.glossary_yaml import kept_glossary
from reader.text.article import Article
from reader.text.files import read_article, read_text_article, shipped_article
from reader.text.language import quick_guess
from reader.tui.desk import Desk
from reader.tui.request import OpenRequest

SAMPLE = 20  # paragraphs that are enough to tell Chinese from English


def open_desk(request: OpenRequest) -> Desk:
    """The desk with the text asked for and no glossary yet; raises InputError where it cannot be read."""
    article = _article(request)
    sides = [article.paragraph(number) for number in range(article.first, min(article.last, SAMPLE) + 1)]
    source = request.language or article.about.source_language
    target = article.about.target_language
    desk = Desk(
        article,
        source or quick_guess("\n".join(side.source for side in sides)),
        target or quick_guess("\n".join(side.translation or "" for side in sides)),
        settled=bool(source),
    )
    desk.put(kept_glossary(request.glossary))
    return desk


def _article(request: OpenRequest) -> Article:
    if request.text is not None:
        return read_text_article("standard input", request.text)
    return read_article(Path(request.path)) if request.path else shipped_article()


def translation_label(article: Article) -> str:
    """What the translation is, in its own language and in the source's."""
    label = article.about.translation_label
    own = label.get(article.about.target_language) or next(iter(label.values()), "")
    other = label.get(article.about.source_language, "")
    return " · ".join(dict.fromkeys(filter(None, (own, other))))
