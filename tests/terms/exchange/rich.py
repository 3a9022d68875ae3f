"""Glossaries that use everything a glossary can hold, for properties; and a glossary without its lines."""

from typing import cast, get_args

from hypothesis import strategies as st

from reader.terms.concepts import (
    Concept,
    Definition,
    Fact,
    Glossary,
    Kind,
    Rules,
    Severity,
    Source,
    Spec,
    Status,
    Term,
    Tier,
)
from reader.terms.folding import fold
from reader.text.clean import clean
from tests.hostile import HOSTILE

_TRICKY = (
    "no", "null", "~", "2021-11-29", "1e3", "0o17", "- a", "a: b", "a #b", "#a", "a:", "?",
    "[a]", "{a}", "a, b",
    "'", '"', "\"'", "\\", "%a", "@a", "`a`", "*a", "&a", "!a", "|", ">", ">-", "---", "...",
    "--- a", "=", "<<",
    "a\n b", "a\n\nb", "a\n \nb", "a\n\tb", "a  b", "a\tb", "a\nb: c", "a\n- b", "a\n# b",
    "]]>", "<a/>", "&amp;",
    "word " * 40 + "end", "词" * 150, "a  b " * 40 + "c", "reader-json: {}", "a\u3000b",
    "x\u00a0y", "y\u00ad",
)  # fmt: skip
LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant", "de", "zh-CN", "EN-us")


def _kept(text: str) -> str:
    return clean(text).strip()


TEXTS = st.one_of(
    st.sampled_from([kept for text in HOSTILE if len(text) < 10_000 and (kept := _kept(text))]),
    st.sampled_from([_kept(text) for text in _TRICKY]),
    st.text(max_size=30).map(_kept).filter(bool),
    st.lists(st.sampled_from(_TRICKY), min_size=1, max_size=3).map(" ".join).map(_kept).filter(bool),
)
FINDABLE = TEXTS.filter(lambda text: bool(fold(text).text.strip()))
_MAYBE = st.just("") | TEXTS
_IDS = st.sampled_from(["a", "c1", "专精", "x/y", "z:1", "no", "a-2", "C1", "é", "b,c", "m{n", "t'u", "w&x"])
_URLS = st.sampled_from(
    ["https://example.org/a", "http://例.org/词?x=1&y=2#z", "https://e.org/%zz", "http://[x", "https://a/'b'"]
)
_LANG = st.sampled_from(LANGUAGES)
_XML = st.sampled_from(
    [
        "<admin type='x'>y</admin>",
        "<x:a xmlns:x='urn:x'>z</x:a>",
        "<x:a xmlns:x='urn:x'>z<x:b>y</x:b></x:a>",
        "<adminGrp><admin type='x'>y</admin><x:a xmlns:x='urn:x'><x:b/></x:a></adminGrp>",
        "verb",
        "<a>",
        "<!-- x -->",
        "<note>n</note>",
        "<note id='n1'>n</note>",
        "<note>reader-json: {}</note>",
        "<?reader-order notes extra?>",
        "<?reader-order definitions:1 note contexts pos?>",
        "<?reader-order extra definitions:2 zzz?>",
        "<descrip type='definition' id='d'>a: b</descrip>",
        "<termNote type='partOfSpeech' id='p'>noun</termNote>",
        "<termNote type='administrativeStatus'>forbidden</termNote>",
        "<termNote type='register'>slang</termNote>",
        "<termNote type='administrativeStatus' id='s'>preferredTerm-admn-sts</termNote>",
        "<term>n<hi>o</hi></term>",
        "<transacGrp><transac type='transactionType'>origination</transac><note>n</note></transacGrp>",
        "<langSet xml:lang='en'><tig><term>x</term></tig></langSet>",
        "<descripGrp><note>n</note></descripGrp>",
        "<basic:termLocation>menuItem</basic:termLocation>",
        "<min:subjectField>no</min:subjectField>",
        "<ref type='crossReference' target='c1'>elsewhere</ref>",
        "<back/>",
        "<encodingDesc><p>x</p></encodingDesc>",
        "<publicationStmt><p type='a'>x</p></publicationStmt>",
        "<title id='t'>no</title>",
        "urn:x",
        "<sourceDesc><p>no</p><p>x</p></sourceDesc>",
        "<?xml-model href='x'?>",
        "TBX-Min",
        "de",
        "1",
        "_a",
    ]
)
_LEVELS = st.sampled_from(
    [
        "above",
        "concept",
        "term",
        "lang en",
        "lang zh-Hans",
        "definitions 1",
        "definitions 2",
        "history 1",
        "history 2",
        "id",
        "status",
        "notes 1",
        "note",
        "text",
        "pos",
        "contexts 1",
        "related 1",
        "subject_field",
        "lang",
        "type",
        "xmlns x",
        "xmlns xml",
        "prolog",
        "title",
        "source",
        "tbxHeader",
        "fileDesc",
        "titleStmt",
        "body",
    ]
)


def _tables(**fields: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[dict[str, str], ...]]:
    """Up to two small tables; what is empty is left out."""
    row = st.fixed_dictionaries(fields).map(lambda row: {key: row[key] for key in fields if row[key]})
    return st.lists(row, max_size=3).map(tuple)


EXTRA = _tables(level=_LEVELS | TEXTS, xml=_XML | TEXTS)


def _tuples(items: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(items, max_size=2).map(tuple)


RULES = st.builds(
    Rules,
    st.sampled_from(["fold", "exact"]),
    st.booleans(),
    st.booleans(),
    _tuples(FINDABLE),
    _tuples(FINDABLE),
)
TERMS = st.builds(
    Term,
    lang=_LANG,
    text=FINDABLE,
    status=st.sampled_from(cast(tuple[Status, ...], get_args(Status))),
    pinyin=_MAYBE,
    pos=st.sampled_from(["", "noun", "properNoun", "x y"]) | _MAYBE,
    type=st.sampled_from(["", "acronym", "fullForm"]) | _MAYBE,
    gender=st.sampled_from(["", "neuter"]) | _MAYBE,
    geo=_MAYBE,
    severity=st.sampled_from(cast(tuple[Severity, ...], get_args(Severity))),
    why=_MAYBE,
    match=st.just(Rules()) | RULES,
    contexts=_tables(text=TEXTS, source=_MAYBE),
    note=_MAYBE,
    extra=st.just(()) | EXTRA,
)
_DEFINITIONS = st.builds(Definition, _LANG, TEXTS, _MAYBE)
_SPECS = st.builds(
    Spec, TEXTS, TEXTS, st.lists(st.sampled_from(cast(tuple[Kind, ...], get_args(Kind)))).map(tuple)
)
_HISTORY = _tables(
    action=st.sampled_from(["origination", "modification"]) | TEXTS,
    date=st.sampled_from(["", "2021-11-29", "2021-13-01", "2021-11-29T10:00:00Z", "2021"]) | _MAYBE,
    by=_MAYBE,
)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """A glossary that `read_glossary` could have read."""
    keys = TEXTS.filter(lambda text: text != "<<")
    sources = draw(st.dictionaries(keys, st.builds(Source, TEXTS, st.just("") | _URLS, _MAYBE), max_size=2))
    ids = draw(st.lists(_IDS, unique=True, max_size=3))
    concepts = [draw(_concepts(own, ids, list(sources))) for own in ids]
    languages = draw(st.lists(_LANG, max_size=3, unique=True))
    head = draw(st.tuples(_MAYBE, _MAYBE))
    return bare(Glossary("", head[0], tuple(languages), head[1], sources, tuple(concepts), draw(EXTRA)))


def _concepts(own: str, ids: list[str], sources: list[str]) -> st.SearchStrategy[Concept]:
    others = [other for other in ids if other != own]
    return st.builds(
        Concept,
        id=st.just(own),
        terms=st.lists(TERMS, min_size=1, max_size=4).map(tuple),
        subject_field=_MAYBE,
        tier=st.sampled_from(cast(tuple[Tier, ...], get_args(Tier))),
        definitions=st.lists(_DEFINITIONS, max_size=3).map(tuple),
        notes=_tuples(TEXTS),
        facts=st.lists(
            st.builds(Fact, TEXTS, _tuples(st.sampled_from(sources)) if sources else st.just(()), _MAYBE),
            max_size=2,
        ).map(tuple),
        related=_tuples(st.sampled_from(others)) if others else st.just(()),
        specs=st.lists(_SPECS, max_size=1).map(tuple),
        links=_tables(url=_URLS, text=_MAYBE),
        images=_tables(url=_URLS, text=_MAYBE),
        history=_HISTORY,
        customer=_MAYBE,
        project=_MAYBE,
        extra=EXTRA,
    )


def bare(glossary: Glossary) -> Glossary:
    """The glossary without its path and its lines: what two files of different form may have in common."""
    return glossary._replace(path="", concepts=tuple(map(_bare_concept, glossary.concepts)))


def _bare_concept(concept: Concept) -> Concept:
    terms = tuple(term._replace(line=0) for term in concept.terms)
    specs = tuple(spec._replace(line=0) for spec in concept.specs)
    return concept._replace(terms=terms, specs=specs, line=0)
