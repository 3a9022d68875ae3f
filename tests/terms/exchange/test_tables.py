"""Termbase tables: OmegaT's, and those whose columns have names; rows become concepts, or faults."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import GlossaryError
from reader.terms.concepts import Concept, Glossary
from reader.terms.exchange.columns import chosen
from reader.terms.exchange.delimited import Kind, rows
from reader.terms.exchange.table_rows import joinable, parted
from reader.terms.exchange.tables import Layout, read_table
from reader.text.yaml_walker import Walker
from tests.hostile import HOSTILE

CHINESE = Layout(source_language="zh-Hans", target_language="en")


def read(text: str, kind: Kind = "tsv", layout: Layout = CHINESE) -> Glossary:
    return read_table(text, "words", kind, layout)


def said(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.lang, term.text, term.status) for term in concept.terms]


def faults(text: str, kind: Kind = "tsv", layout: Layout = CHINESE) -> list[tuple[int, int, str]]:
    """Line, column and message of every fault; none where the table is read."""
    try:
        read(text, kind, layout)
    except GlossaryError as error:
        return [(fault.line, fault.column, fault.message) for fault in error.faults]
    return []


def cells(text: str, kind: Kind) -> list[list[tuple[str, int, int]]]:
    """The cells with their places; the rows must be without faults."""
    walker = Walker("words", text.split("\n"))
    found = [[tuple(cell) for cell in row] for row in rows(walker, kind)]
    walker.finish()
    return found  # type: ignore[return-value]  # a Cell is such a tuple


# OmegaT's


def test_a_table_without_header_has_source_target_and_comment() -> None:
    glossary = read("# terms\n 小巨人 \tlittle giant\ta firm\n\n企业\tenterprise\n")
    assert glossary.languages == ("zh-Hans", "en")
    first, second = glossary.concepts
    assert said(first) == [("zh-Hans", "小巨人", ""), ("en", "little giant", "")]
    assert (first.id, first.notes, first.line) == ("little-giant", ("a firm",), 2)
    assert (second.id, second.notes, second.line) == ("enterprise", (), 4)


def test_rows_of_one_source_term_are_one_concept() -> None:
    (concept,) = read("小巨人\tlittle giant\tone\n小巨人\tsmall giant\ttwo\n小巨人\tlittle giant\n").concepts
    assert [term.text for term in concept.terms] == ["小巨人", "little giant", "small giant"]
    assert concept.notes == ("one", "two")


@pytest.mark.parametrize("text", ['"quoted"', "a; b", "a | b", "'=x", "back\\;slash"])
def test_a_cell_of_omegat_is_one_term_whatever_it_holds(text: str) -> None:
    (concept,) = read(f"小巨人\t{text}\n").concepts
    assert concept.terms[1].text == text


def test_the_languages_are_found_out_where_nobody_says_them() -> None:
    assert read("小巨人企业\tlittle giant\n产学研\tindustry\n", layout=Layout()).languages == (
        "zh-Hans",
        "en",
    )


def test_a_byte_order_mark_and_any_line_end_are_no_part_of_a_term() -> None:
    glossary = read("\ufeff小巨人\tlittle giant\r\n企业\tfirm\r")
    assert [concept.terms[0].text for concept in glossary.concepts] == ["小巨人", "企业"]


def test_a_table_that_begins_with_a_pair_of_words_for_columns_has_no_header() -> None:
    assert [concept.terms[0].text for concept in read("术语\tterm\n企业\tfirm\n").concepts] == [
        "术语",
        "企业",
    ]


# With a header


@pytest.mark.parametrize(
    ("table", "whys", "notes"),
    [
        ("zh,en,status,note\n企业,firm,preferred,Mind it.\n企业,house,forbidden,Slang.", ["Slang."], 1),
        ("zh,en,status,note\n企业,house,forbidden,Slang.\n企业,house,forbidden,Old.", ["Slang."], 1),
        ("zh,en,status,note\n企业,house,preferred,Good.\n企业,house,forbidden,Slang.", [""], 2),
        ("zh,en,status,note,备注\n企业,house,forbidden,Slang.,Old.", [""], 2),
        ("zh,en,forbidden,note\n企业,,house;den,Slang.", ["Slang.", "Slang."], 0),
        ("zh,en,forbidden,note\n企业,firm,house,Mind it.", [""], 1),
        ("zh,en,status,why,note\n企业,house,forbidden,,Mind it.", [""], 1),
        ("id,zh,en,status,note\na,企业,house,forbidden,Mind it.", [""], 1),
    ],
)
def test_the_note_of_a_row_that_deprecates_its_term_says_why(table: str, whys: list[str], notes: int) -> None:
    (concept,) = read(table, "csv").concepts
    barred = [term.why for term in concept.terms if term.text in ("house", "den")]
    assert (barred, len(concept.notes)) == (whys, notes)


def test_the_names_of_columns_say_what_they_hold() -> None:
    header = "id,中文,拼音,English,status,definition_en,备注,Subject"
    (concept,) = read(
        f"{header}\nx1,小巨人,xiǎo jùrén,little giant,首选,A firm.,Mind it.,SMEs\n", "csv"
    ).concepts
    assert said(concept) == [("zh", "小巨人", ""), ("en", "little giant", "preferred")]
    assert concept.terms[0].pinyin == "xiǎo jùrén"
    assert [(each.lang, each.text) for each in concept.definitions] == [("en", "A firm.")]
    assert (concept.id, concept.notes, concept.subject_field) == ("x1", ("Mind it.",), "SMEs")


@pytest.mark.parametrize(
    ("header", "row", "terms"),
    [
        ("source,target", "小巨人,giant", [("zh-Hans", "小巨人", ""), ("en", "giant", "")]),
        ("zh_CN,en-us", "小巨人,giant", [("zh-CN", "小巨人", ""), ("en-US", "giant", "")]),
        (
            "en,synonyms",
            "a,b; c|d",
            [("en", w, s) for w, s in zip("abcd", ["", *["admitted"] * 3], strict=True)],
        ),
        ("en,forbidden", "a,b", [("en", "a", ""), ("en", "b", "deprecated")]),
        ("en,forbidden", "a,yes", [("en", "a", "deprecated")]),
        ("en,forbidden", "a,FALSE", [("en", "a", "")]),
        ("en,status", "a；b,preferred", [("en", "a", "preferred"), ("en", "b", "admitted")]),
        ("en,status", "a;b,forbidden", [("en", "a", "deprecated"), ("en", "b", "deprecated")]),
        ("en,status", "a,preferredTerm-admn-sts", [("en", "a", "preferred")]),
        ("term,lang", "Firma,de", [("de", "Firma", "")]),
        ("zh,en,en status", "企业,a,obsolete", [("zh", "企业", ""), ("en", "a", "superseded")]),
    ],
)
def test_a_row_is_read_by_the_columns(header: str, row: str, terms: list[tuple[str, str, str]]) -> None:
    (concept,) = read(f"{header}\n{row}\n", "csv").concepts
    assert said(concept) == terms


def test_rows_with_one_id_are_one_concept_and_numbers_become_ids() -> None:
    (concept,) = read("id,zh,en,status\n17,企业,firm,preferred\n17,,company,admitted\n", "csv").concepts
    assert concept.id == "c-17"
    assert [term.text for term in concept.terms] == ["企业", "firm", "company"]


def test_a_column_of_which_nothing_is_known_becomes_notes_and_is_told() -> None:
    told: list[str] = []
    glossary = read_table("en,zh,Mood\nfirm,企业,glad\n", "words", "csv", Layout(), told.append)
    assert glossary.concepts[0].notes == ("Mood: glad",)
    assert "'Mood'" in told[0]


def test_a_word_that_is_no_status_is_kept_and_told_once_with_its_place() -> None:
    told: list[str] = []
    rows = "1,a,甲,Prefered,,\n2,b,乙,Prefered,huge,\n3,c,丙,deprecated,minor,top\n"
    table = f"id,en,zh,en status,en severity,tier\n{rows}"
    one, two, three = read_table(table, "words.csv", "csv", Layout(), told.append).concepts
    assert (one.terms[0].status, one.terms[0].extra) == ("", ({"level": "status", "xml": "Prefered"},))
    assert two.terms[0].extra[1] == {"level": "severity", "xml": "huge"}
    assert (three.terms[0].status, three.terms[0].severity) == ("deprecated", "minor")
    assert (three.tier, three.extra) == ("term", ({"level": "tier", "xml": "top"},))
    assert told == [
        "words.csv:2:7: 'Prefered' is no status (preferred, admitted, deprecated, superseded; did you mean "
        "'preferred'?); 2 rows are taken without one, and it is kept under extra.",
        "words.csv:3:16: 'huge' is no severity (critical, major, minor); 1 row is taken without one, and it "
        "is kept under extra.",
        "words.csv:4:24: 'top' is no tier (core, term, phrase); 1 row is taken without one, and it is kept "
        "under extra.",
    ]


def test_many_words_that_are_no_status_are_not_all_told() -> None:
    told: list[str] = []
    table = "en,zh,status\n" + "".join(f"a{at},甲{at},s{at}\n" for at in range(13)) + "a0,甲0,t\n"
    first = read_table(table, "words.csv", "csv", Layout(), told.append).concepts[0]
    assert [row["xml"] for row in first.terms[1].extra] == ["s0", "t"]
    assert len(told) == 11
    assert told[-1] == "words.csv: 4 words more that mean nothing are kept under extra."


def test_columns_may_be_said() -> None:
    layout = Layout(tuple(chosen("term:fr,-,note,definition:en")), named=True)
    (concept,) = read("Mot\tx\ty\tz\nfirme\tignored\tMind it.\tA firm.\n", layout=layout).concepts
    assert said(concept) == [("fr", "firme", "")]
    assert (concept.notes, concept.definitions[0].lang) == (("Mind it.",), "en")


def test_concepts_related_by_the_ids_of_the_table_stay_related() -> None:
    one, _ = read("id,en,zh,related\n1,firm,企业,2;1; 2\n2,giant,巨人,\n", "csv").concepts
    assert one.related == ("c-2",)


# Ids


@given(st.lists(st.tuples(st.text("abc -1企业", min_size=1), st.text("xy", min_size=1)), max_size=6))
def test_ids_are_unique_begin_with_a_letter_and_are_the_same_each_time(pairs: list[tuple[str, str]]) -> None:
    text = "firm\t企业\n" + "".join(f"{source}\t{target}\n" for source, target in pairs if source.strip())
    ids = [concept.id for concept in read(text).concepts]
    assert len(set(ids)) == len(ids)
    assert all(name[0].isalpha() and not any(map(str.isspace, name)) for name in ids)
    assert ids == [concept.id for concept in read(text).concepts]


# Faults


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("小巨人\n企业\tfirm\n", "tsv", [(1, 1, "this row has one field only")]),
        ("企业\tfirm\n小巨人\n词\n", "tsv", [(2, 1, "one field"), (3, 1, "one field")]),
        ("\u200b\tfirm\n", "tsv", [(1, 1, "this can be found in no text")]),
        ("", "tsv", [(0, 0, "has no terms in it")]),
        ("zh,en\n", "csv", [(0, 0, "has no terms in it")]),
        ("\t\tnote\n", "tsv", [(1, 3, "this row has no term")]),
        ("en,zh\nfirm,企业,more\n", "csv", [(2, 9, "there are 2 columns")]),
        ('en,zh\n"firm,企业\n', "csv", [(2, 1, "this quote is never closed")]),
        ('en,zh\n"firm"s,企业\n', "csv", [(2, 6, "something stands between this closing quote")]),
        ("en,zh\na\u2028b,企业\nfirm,企业,more\n", "csv", [(3, 9, "there are 2 columns")]),
        ('en,zh\n"firm,企业\nfirm,"企业\n', "csv", [(2, 1, "never closed"), (3, 6, "never closed")]),
        ("term,lang\nfirm,!\n", "csv", [(2, 6, "'!' is not a language tag")]),
        ("id,en,zh,related\n1,firm,企业,3\n", "csv", [(2, 11, "no concept has the id '3'")]),
    ],
)
def test_every_fault_is_told_with_its_place(text: str, kind: Kind, found: list[tuple[int, int, str]]) -> None:
    told = faults(text, kind)
    assert [fault[:2] for fault in told] == [fault[:2] for fault in found]
    assert all(part in whole for (_, _, whole), (_, _, part) in zip(told, found, strict=True))


@pytest.mark.parametrize("kind", ["tsv", "csv"])
def test_prose_is_no_table_and_that_is_all_that_is_told(kind: Kind) -> None:
    between = "\t" if kind == "tsv" else ","
    prose = "Once upon a time\n" * 5 + f"there was{between}a firm\n" * 9
    assert faults(f"\n{prose}", kind) == [
        (2, 1, "this is no table of terms: 5 of 14 rows have one field only")
    ]
    assert len(faults(f"{prose}there was{between}a firm\n", kind)) == 5
    assert len(faults("Once upon a time\n" * 4, kind)) == 4


def test_a_column_whose_language_cannot_be_told_is_a_fault() -> None:
    ((line, column, message),) = faults("17\t18\n", layout=Layout(source_language="en"))
    assert (line, column) == (1, 4)
    assert "language of this column is unclear" in message


def test_a_cell_of_a_csv_is_taken_without_its_guard_and_of_a_tsv_with_it() -> None:
    text = "en,zh,note\n'=a,'甲,''-b\n"
    (concept,) = read(text, "csv").concepts
    assert [*(term.text for term in concept.terms), *concept.notes] == ["=a", "'甲", "'-b"]
    (concept,) = read(text.replace(",", "\t")).concepts
    assert [*(term.text for term in concept.terms), *concept.notes] == ["'=a", "'甲", "''-b"]
    assert faults("en,zh\n'=\u200b,甲\n'-\u200b,甲,'=x\n", "csv")[0][:2] == (3, 8)


@pytest.mark.parametrize("kind", ["tsv", "csv"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_a_table_or_refused(text: str, kind: Kind) -> None:
    faults(text[:20_000], kind, Layout())


# Cells


def test_a_cell_of_a_csv_has_the_place_of_its_first_character() -> None:
    assert cells('a, "b ""c"", d" ,e\n"two\nlines",f', "csv") == [
        [("a", 1, 1), ('b "c", d', 1, 5), ("e", 1, 18)],
        [("two\nlines", 2, 2), ("f", 3, 8)],
    ]


@pytest.mark.parametrize("kind", ["tsv", "csv"])
def test_blanks_around_a_cell_are_no_part_of_it(kind: Kind) -> None:
    between = "\t" if kind == "tsv" else ","
    assert cells(f" a {between}  b", kind) == [[("a", 1, 2), ("b", 1, 7)]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a;b;c,d", ["a", "b", "c,d"]),
        ("a\tb,c\td", ["a", "b,c", "d"]),
        ('"a;b",c', ["a;b", "c"]),
        ("sep=;\na,b;c", ["a,b", "c"]),
        ("a,", ["a", ""]),
        ('"a",""', ["a", ""]),
        ("#a,b", ["#a", "b"]),
    ],
)
def test_the_separator_of_a_csv_is_found_out(text: str, row: list[str]) -> None:
    assert [[cell[0] for cell in found] for found in cells(text, "csv")] == [row]


@given(st.lists(st.text("a;|；\\ "), max_size=4))
def test_texts_joined_for_a_cell_come_apart_again(texts: list[str]) -> None:
    plain = [text.strip().rstrip("\\") for text in texts]
    plain = [text for text in plain if text.strip()]
    assert parted(";".join(map(joinable, plain))) == [text.strip() for text in plain]


@pytest.mark.parametrize("words", [("little giant", "a, b", "multi line"), ("Datei", "Ordner", "Fenster")])
def test_a_few_terms_in_latin_letters_are_taken_for_english(words: tuple[str, ...]) -> None:
    table = "".join(f"词语{number}号\t{word}\n" for number, word in enumerate(words))
    assert read_table(table, "a.txt", "tsv").languages[1] == "en"
