"""What is known of a plain entry without reading it is what reading it tells."""

from typing import cast, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exports import termbase_tbx_entries as entries
from reader.exports.termbase_tbx import tbx_text
from reader.exports.termbase_tbx_elements import Style
from reader.terms.concepts import Concept, Definition, Fact, Glossary, Rules, Spec, Status, Term
from reader.terms.exchange.tbx_reading import read_tbx
from reader.terms.folding import fold
from reader.text.clean import clean
from tests.terms.exchange.rich import bare, glossaries

STYLES: tuple[Style, ...] = ("dca", "dct")
FIRM = Concept(
    "firm",
    (
        Term("zh-Hans", "企业", "preferred", "qǐyè", "noun", match=Rules(variants=("企事业",))),
        Term("en", "firm", "preferred", type="fullForm", geo="GB", note="Mind\nit."),
        Term("en", "house", "deprecated", severity="minor", why="Slang.", contexts=({"text": "A house."},)),
    ),
    subject_field="trade",
    tier="core",
    definitions=(Definition("zh-Hans", "单位。"), Definition("en", "A <unit> & more.", "A book")),
    notes=("Twice.", "Twice."),
    facts=(Fact("Old."),),
    related=("giant",),
    specs=(Spec("企业", "firm", ()),),
    customer="C",
)
GIANT = Concept("giant", (Term("en", "giant"),))


def termbase(*concepts: Concept) -> Glossary:
    return Glossary("words.yaml", "", ("zh-Hans", "en"), "", {}, concepts)


WORDS = st.text("ab企1<&\n \u3000\u00a0é“-:", min_size=1, max_size=5).map(lambda text: clean(text).strip())
TEXTS = WORDS.filter(bool) | st.sampled_from(["reader-json: {}", "reader-json: x", "a  b"])
FINDABLE = TEXTS.filter(lambda text: bool(fold(text).text.strip()))
LANGUAGES = st.sampled_from(["en", "en", "zh-Hans", "EN", "x-a"])
MAYBE = st.just("") | TEXTS
CONTEXTS = TEXTS.map(lambda text: {"text": text}) | st.just({"text": "a", "source": "b"})
TERMS = st.tuples(
    LANGUAGES,
    FINDABLE,
    st.sampled_from(cast(tuple[Status, ...], get_args(Status))),
    MAYBE,
    st.sampled_from(["", "noun", "Noun", "x"]),
).map(lambda own: Term(own[0], own[1])._replace(status=own[2], pinyin=own[3], pos=own[4]))
NOTED = st.tuples(TERMS, MAYBE, MAYBE, st.just(()) | st.tuples(CONTEXTS)).map(
    lambda own: own[0]._replace(geo=own[1], note=own[2], contexts=own[3])
)
CONCEPTS = st.tuples(
    st.sampled_from(["a", "b"]),
    st.lists(TERMS | NOTED, min_size=1, max_size=3).map(tuple),
    MAYBE,
    st.sampled_from(["core", "term"]),
    st.lists(st.tuples(LANGUAGES, TEXTS, MAYBE).map(lambda own: Definition(*own)), max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.just(()),
    st.just(()) | st.just(("giant",)),
).map(lambda own: Concept(*own))
"""Concepts that are plain, or nearly."""


def read_or_known(glossary: Glossary, style: Style) -> tuple[str, str]:
    """The file when every entry is read, and as it is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "plainly_read", lambda *_: None)
        read = "".join(tbx_text(glossary, style))
    return read, "".join(tbx_text(glossary, style))


@settings(max_examples=80, deadline=None)
@given(glossaries() | CONCEPTS.map(lambda concept: termbase(concept, GIANT)), st.sampled_from(STYLES))
def test_what_is_known_is_what_is_read(glossary: Glossary, style: Style) -> None:
    read, known = read_or_known(glossary, style)
    assert known == read


@pytest.mark.parametrize("style", STYLES)
def test_a_plain_entry_is_not_read(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    glossary = termbase(FIRM, GIANT)
    read, known = read_or_known(glossary, style)
    assert known == read
    assert bare(read_tbx(known.encode(), "")).concepts == glossary.concepts
    monkeypatch.setattr(entries, "parsed", None)
    assert "".join(tbx_text(glossary, style)) == known


@pytest.mark.parametrize(
    "concept",
    [
        GIANT._replace(id="1"),
        GIANT._replace(notes=("reader-json: {}",)),
        GIANT._replace(notes=("a\u200bb\u2028",)),
        GIANT._replace(definitions=(Definition("de", "Ein Riese."),)),
        GIANT._replace(definitions=(Definition("EN", "A giant."),)),
        GIANT._replace(terms=(Term("en", "a"), Term("de", "b"), Term("en", "c"))),
        GIANT._replace(terms=(Term("en", "a"), Term("EN", "b"))),
        GIANT._replace(terms=(Term("en", "“a”", pos="proper noun"),)),
        GIANT._replace(terms=(Term("en", "a", note="reader-json: x"),)),
        GIANT._replace(terms=(Term("en", "a", extra=({"level": "term", "xml": "<note>x</note>"},)),)),
        GIANT._replace(
            definitions=(Definition("en", "b"), Definition("zh", "a")),
            terms=(Term("zh", "a"), Term("en", "b")),
        ),
        GIANT._replace(links=({"url": "https://example.org/a"},)),
        GIANT._replace(history=({"action": "origination"},)),
    ],
    ids=range(13),
)
def test_what_is_not_plain_is_read(concept: Concept, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(entries, "_read", lambda lines, frame: seen.append(lines))
    list(tbx_text(termbase(concept), "dca"))
    assert len(seen) == 1
