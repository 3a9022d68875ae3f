"""What lies on the reader's desk: the article, the glossary, and which term stands where in a paragraph."""

from functools import lru_cache

from reader.errors import ReaderError
from reader.terms.concepts import Concept, Glossary
from reader.terms.matching import Match, Matcher
from reader.terms.occurrences import Occurrence, occurrences
from reader.text.article import Article, Paragraph

RECALLED = 512  # sides of paragraphs: more than a text has that is surveyed before it is shown


class Recalling(Matcher):
    """A matcher that knows for a while what it found: the check reads the texts that the page has shown."""

    def __init__(self, glossary: Glossary) -> None:
        super().__init__(glossary)
        self._found = lru_cache(maxsize=RECALLED)(super().find)

    def find(self, text: str, lang: str) -> tuple[Match, ...]:
        """What `Matcher.find` finds."""
        return self._found(text, lang)


class Desk:
    """One open text with its termbase; nothing here knows how it is drawn.

    The glossary may come later than the text and may be replaced: `put` does both.
    """

    def __init__(
        self, article: Article, source_language: str, target_language: str, *, settled: bool = True
    ) -> None:
        self.article = article
        self.settled = settled  # somebody said which language the text is in; else it is a guess
        self.source_language = source_language
        self.target_language = target_language
        self.glossary: Glossary | None = None
        self.trouble: ReaderError | None = None  # why there is no glossary, or why the edited one is not used
        self._matcher: Matcher | None = None
        self._concepts: dict[str, Concept] = {}
        self.paragraph = lru_cache(maxsize=512)(article.paragraph)
        self.terms = lru_cache(maxsize=512)(self._terms)

    def put(self, glossary: Glossary | None) -> None:
        """Explain the text with this glossary from now on; None explains nothing."""
        self.glossary = glossary
        self.trouble = None
        self._matcher = Recalling(glossary) if glossary else None
        self._concepts = {concept.id: concept for concept in glossary.concepts} if glossary else {}
        self.terms.cache_clear()

    def speak(self, source_language: str) -> None:
        """Take the text to be in this language (BCP 47) from now on."""
        self.source_language = source_language
        self.settled = True
        self.terms.cache_clear()

    def concept(self, concept_id: str) -> Concept:
        """The entry with this id; raises KeyError."""
        return self._concepts[concept_id]

    @property
    def matcher(self) -> Matcher | None:
        """What finds the terms; None while there is no glossary."""
        return self._matcher

    def steps(self, number: int, shown_first: str = "source") -> tuple[Occurrence, ...]:
        """The term occurrences of a paragraph that a reader steps through.

        Those of the side that is read first, in its order; then those of the other side that have no partner.
        """
        found = self.terms(number)
        own = tuple(item for item in found if item.side == shown_first)
        lone = tuple(item for item in found if item.side != shown_first and item.partner is None)
        return own + lone

    def _terms(self, number: int) -> tuple[Occurrence, ...]:
        if self._matcher is None:
            return ()
        paragraph: Paragraph = self.paragraph(number)
        return occurrences(paragraph, self.source_language, self.target_language, self._matcher)
