"""The fast search equals a slow, plain one, which tries every stretch of the text with every form."""

from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.matching import Matcher
from tests.terms.plain_matching import slow_find

WORDS = (
    "firm",
    "firms",
    "Firm's",
    "firmly",
    "key",
    "company",
    "companies",
    "firms’",
    "“key",
    "key”",
    "key-firm",
    "key firm",
    "Labour",
    "labor",
    "two",
    "2",
    "the",
    "the firm",
    "企业",
    "企",
    "SME",
    "R&D",
    "U.S.",
    "US",
    "us",
)

BETWEEN = ("a", "A", "-", "—", "&", "and", ".", "firm's", "专", "key-", "keyfirm")

TEXTS = st.lists(st.sampled_from((*WORDS, *BETWEEN)), max_size=9).flatmap(
    lambda words: st.lists(
        st.sampled_from((" ", " ", "", "  ", "\u200b", "\n")), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)

SURFACES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    (
        "firm.",
        "企业",
        "fir",
        "m",
        "s",
        "a",
        "key firm, firm and company",
        "“key firm”",
        "“key” firm",
        "“key”企业",
    )
)

CASES: tuple[Literal["fold", "exact"], ...] = ("fold", "exact")

NONE_OR_ONE = st.just(()) | st.tuples(SURFACES)

RULES = st.just(Rules()) | st.tuples(
    st.sampled_from(CASES), st.booleans(), st.booleans(), NONE_OR_ONE, NONE_OR_ONE
).map(lambda drawn: Rules(*drawn))

STATUSES: tuple[Status, ...] = ("preferred", "admitted", "deprecated", "superseded", "")

TERMS = st.tuples(SURFACES, st.sampled_from(STATUSES), RULES).map(
    lambda drawn: Term("en", drawn[0], drawn[1], match=drawn[2])
)

GLOSSARIES = st.lists(st.lists(TERMS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(
    lambda entries: Glossary(
        "g", "", ("en",), "", {}, tuple(Concept(f"c{place}", terms) for place, terms in enumerate(entries))
    )
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, GLOSSARIES)
def test_the_search_finds_what_trying_everything_finds(text: str, glossary: Glossary) -> None:
    matches = Matcher(glossary).find(text, "en")
    # A term that is found out to be an initialism is one in the match.
    found = [(*match[:3], match.term._replace(type="")) for match in matches]
    assert found == slow_find(text, glossary)
