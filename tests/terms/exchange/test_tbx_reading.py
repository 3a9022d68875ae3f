"""TBX comes in with nothing lost, from every kind of file that tools write."""

import re
from pathlib import Path

import pytest

from reader.errors import GlossaryError
from reader.exports.termbase_yaml import glossary_yaml_text
from reader.terms.concepts import Definition, Term
from reader.terms.exchange.tbx_reading import read_tbx
from reader.terms.exchange.tbx_vocabulary import CATEGORIES, STATUSES
from tests.exports.test_termbase_yaml import parsed
from tests.terms.exchange.rich import bare

FILES = sorted((Path(__file__).parents[2] / "data/tbx").glob("*.tbx"))
HEAD = '<martif type="TBX-Basic" xml:lang="en"><text><body>'
END = "</body></text></martif>"


def read(name: str) -> "list[str]":
    told: list[str] = []
    read_tbx((FILES[0].parent / name).read_bytes(), name, tell=told.append)
    return told


def entry(inside: str) -> str:
    return f'{HEAD}<termEntry id="a">{inside}</termEntry>{END}'


def test_a_file_of_version_3_is_read_field_by_field() -> None:
    glossary = read_tbx((FILES[0].parent / "basic_v3_dca.tbx").read_bytes(), "b.tbx")
    assert (glossary.title, glossary.source) == ("Bridges and ferries", "Collected by the harbour office")
    assert glossary.languages == ("en", "zh-Hant", "de-AT")
    bridge = bare(glossary).concepts[0]
    assert bridge.terms == (
        Term(
            "en", "bridge", "preferred", pos="noun", type="fullForm", note="Not of a ship.",
            contexts=({"text": "The bridge is closed.", "source": "Notice 7"},),
        ),
        Term("en", "crossing", "deprecated", geo="coast"),
        Term("zh-Hant", "橋"),
        Term("de-AT", "Brücke", gender="feminine"),
    )  # fmt: skip
    assert bridge.definitions == (
        Definition("en", "A way across water on pillars.", "Handbook & guide"),
        Definition("zh-Hant", "跨越水面的道路。"),
    )
    assert (bridge.subject_field, bridge.customer, bridge.project) == (
        "civil engineering",
        "Harbour",
        "Signs",
    )
    assert (bridge.notes, bridge.related) == (("Both are in daily use.",), ("c_ferry",))
    assert bridge.links == ({"url": "https://example.org/bridge", "text": "A page on bridges"},)
    assert bridge.images == ({"url": "https://example.org/bridge.png", "text": "A drawing"},)
    assert bridge.history == ({"action": "origination", "date": "2020-03-04", "by": "Ada"},)
    assert bridge.extra == ()


def test_both_styles_say_the_same() -> None:
    glossary = read_tbx((FILES[0].parent / "basic_v3_dct.tbx").read_bytes(), "b.tbx")
    bread = glossary.concepts[0]
    assert bread.subject_field == "cuisine"
    assert bread.definitions == (Definition("fr", "Pâte levée, cuite au four."),)
    assert bread.terms[0][:7] == ("fr", "pain", "preferred", "", "noun", "", "masculine")
    assert bread.links == ({"url": "https://example.org/pain", "text": "le pain"},)


def test_sections_of_one_language_are_merged() -> None:
    glossary = read_tbx((FILES[0].parent / "basic_v2.tbx").read_bytes(), "b.tbx")
    terms = [(term.lang, term.text, term.status) for term in glossary.concepts[0].terms]
    assert terms == [
        ("en", "rain", "preferred"),
        ("en", "wet", "deprecated"),
        ("en", "pluvia", "superseded"),
        ("en", "drizzle", "deprecated"),
        ("zh-Hans", "雨", ""),
    ]
    words = [
        row["xml"] for term in glossary.concepts[0].terms for row in term.extra if row["level"] == "status"
    ]
    assert [word.partition(">")[2].partition("<")[0] for word in words] == [
        "standardizedTerm", "notRecommended", "obsolete", "forbidden",
    ]  # fmt: skip


def test_what_had_to_be_mended_is_told_with_its_place() -> None:
    assert read("basic_v2.tbx") == [
        "basic_v2.tbx:36:60: this term has no text that could be looked for; it is kept as it is",
        "basic_v2.tbx:37:9: 'Latin' is not a language tag; these terms are in 'und', an undetermined one",
        "basic_v2.tbx:35:7: the id c1 stands twice; this entry is called c1-2",
        "basic_v2.tbx:40:52: this term has no text that could be looked for; it is kept as it is",
        "basic_v2.tbx:40:7: this entry has no term; it is kept as it is beside the concepts",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_of_a_file_stands_in_the_yaml(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    text = glossary_yaml_text(read_tbx(path.read_bytes(), path.name))
    flat = " ".join(text.split())
    for piece in re.findall(r">([^<>]+)<", content.partition("<fileDesc>")[2]):
        assert piece in STATUSES.values() or " ".join(piece.replace("&amp;", "&").split()) in flat
    for value in re.findall(r' (?:id|target|type|currency)="([^"]+)"', content.partition("<body>")[2]):
        assert value in flat or value in glossary_words(value)


def glossary_words(value: str) -> set[str]:
    """Names of data categories, which become keys of the YAML."""
    return {value} & set(CATEGORIES)


def test_what_stands_around_the_entries_is_kept() -> None:
    data = (
        '<!--one--><martif xml:lang="en"><!--two--><text><front><p>three</p></front><!--four--><body>'
        '<!--five--><termEntry id="a"><ref type="crossReference" target="b"/>'
        '<langSet xml:lang="en"><tig><term>a</term></tig></langSet></termEntry><!--six-->'
        '<termEntry id="b"><langSet xml:lang="en"><tig><term>b</term></tig></langSet></termEntry>'
        "<!--seven--></body></text><!--eight--></martif><!--nine-->"
    )
    glossary = read_tbx(data.encode(), "")
    flat = glossary_yaml_text(glossary)
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"):
        assert f"--{word}--" in flat or f">{word}<" in flat
    assert [row["xml"] for row in glossary.concepts[1].extra] == ["<!--six-->"]
    assert glossary.concepts[0].related == ("b",)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_came_in_can_be_written_and_read_again(path: Path) -> None:
    glossary = read_tbx(path.read_bytes(), path.name)
    assert parsed(glossary_yaml_text(glossary)) == bare(glossary)


@pytest.mark.parametrize(
    ("attribute", "own", "kept"),
    [
        ('id="c1"', "c1", ()),
        ('id="1"', "c1", ({"level": "id", "xml": "1"},)),
        ('id="_a b"', "c_a-b", ({"level": "id", "xml": "_a b"},)),
        ('id="---"', "c-concept", ({"level": "id", "xml": "---"},)),
        ("", "two-words", ()),
    ],
)
def test_an_entry_has_an_id_that_the_yaml_can_take(
    attribute: str, own: str, kept: tuple[dict[str, str], ...]
) -> None:
    inside = '<langSet xml:lang="en"><tig><term>Two words</term></tig></langSet>'
    data = f"{HEAD}<termEntry {attribute}>{inside}</termEntry>{END}".encode()
    (concept,) = read_tbx(data, "x").concepts
    assert (concept.id, concept.extra) == (own, kept)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        ("preferred", "preferred"),
        ("standardizedTerm", "preferred"),
        ("admittedTerm", "admitted"),
        ("deprecatedTerm-admn-sts", "deprecated"),
        ("notRecommended", "deprecated"),
        ("not recommended", "deprecated"),
        ("Forbidden", "deprecated"),
        ("obsolete", "superseded"),
        ("supersededTerm", "superseded"),
        ("Prohibited", "deprecated"),
        ("do not use", "deprecated"),
        ("禁用", "deprecated"),
        ("acceptable", "admitted"),
        ("Outdated", "superseded"),
        ("proposed", ""),
    ],
)
def test_every_tool_has_words_for_a_status(word: str, status: str) -> None:
    inside = f'<tig><term>x</term><termNote type="administrativeStatus">{word}</termNote></tig>'
    (concept,) = read_tbx(entry(f'<langSet xml:lang="en">{inside}</langSet>').encode(), "x").concepts
    assert concept.terms[0].status == status
    assert word.endswith("-admn-sts") or any(f">{word}<" in row["xml"] for row in concept.terms[0].extra)


@pytest.mark.parametrize("name", ["Status", "Term Status", "Usage", "normativeAuthorization"])
@pytest.mark.parametrize("head", ["termNote", "descrip"])
def test_every_tool_has_names_for_the_status(head: str, name: str) -> None:
    inside = f'<tig><term>x</term><{head} type="{name}">forbidden</{head}></tig>'
    (concept,) = read_tbx(entry(f'<langSet xml:lang="en">{inside}</langSet>').encode(), "x").concepts
    assert concept.terms[0].status == "deprecated"


@pytest.mark.parametrize(
    "inside",
    [
        '<ref type="crossReference" target="nobody">x</ref>',
        '<ref type="crossReference" target="a">itself</ref>',
        '<xref type="externalCrossReference" target="ftp://example.org">x</xref>',
        '<xref type="xGraphic" target="picture.png">x</xref>',
        '<descrip type="something">x</descrip>',
        "<note/>",
        '<y:z xmlns:y="urn:y">x</y:z>',
    ],
)
def test_what_the_yaml_would_refuse_is_kept_as_it_came(inside: str) -> None:
    data = entry(f'{inside}<langSet xml:lang="en"><tig><term>t</term></tig></langSet>').encode()
    (concept,) = read_tbx(data, "x").concepts
    assert concept.extra == ({"level": "concept", "xml": inside},)
    assert (concept.related, concept.links, concept.images, concept.notes) == ((), (), (), ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tbx", "x:1:"),
        (b"<mtf/>", "x:1:1: <mtf> begins no TBX"),
        (b"<termEntry/>", "x:1:1: <termEntry> begins no TBX"),
        (b"", "x is empty"),
        (b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', "x:1:"),
        (HEAD.encode() + b"<termEntry></text>", "x:1:"),
    ],
)
def test_what_is_no_tbx_is_refused_at_its_place(data: bytes, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_tbx(data, "x")
    assert message in str(caught.value)


def test_a_file_without_entries_is_an_empty_termbase() -> None:
    glossary = read_tbx(b'<tbx type="TBX-Basic" style="dca" xml:lang="en"/>', "x")
    assert glossary.concepts == ()
