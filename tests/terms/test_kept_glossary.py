"""A glossary is kept compiled: taken from there as it was read, and read again once it is edited."""

from pathlib import Path

import pytest

from reader import folders
from reader.errors import GlossaryError
from reader.folders import shipped
from reader.terms import concepts, glossary_yaml
from reader.terms.concepts import Concept, Definition, Fact, Rules, Source, Spec, Term
from reader.terms.glossary_yaml import kept_glossary, load_glossary, read_glossary
from reader.terms.kept_entries import Entries
from reader.text.compiled import Rows
from tests.terms.glossary_files import HEAD, WHOLE, write


def test_the_second_loading_reads_no_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, WHOLE)
    assert kept_glossary(path) is None
    first = load_glossary(path)
    monkeypatch.setattr(glossary_yaml, "read_glossary", None)
    assert load_glossary(path) == first
    assert kept_glossary(path) == first
    assert isinstance(first.concepts[0].terms[0].match, Rules)


def test_a_compiled_glossary_is_the_one_that_was_read() -> None:
    path = shipped("glossary.yaml")
    load_glossary(path)
    assert load_glossary(path) == read_glossary(path)
    assert kept_glossary(path) == read_glossary(path)


def test_an_edited_glossary_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    load_glossary(path)
    write(tmp_path, WHOLE.replace("title: T", "title: U"))
    assert kept_glossary(path) is None
    assert load_glossary(path).title == "U"


def test_a_glossary_with_faults_is_not_kept(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "- id: a\n")
    for _ in range(2):
        with pytest.raises(GlossaryError):
            load_glossary(path)
    assert not folders.cache_folder().exists()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ([], []),
        ({}, []),
        ("glossary", []),
        (7, []),
        ([1, 2, 3, 4, 5, 6], []),
        (["", [], "", {}, [], ["a"]], [b'["a"]']),
        (["", [], "", {}, [], ["a"]], [b"{"]),
        (["", [], "", {}, [], ["a", "b"]], [b'["a"]']),
    ],
)
def test_a_cache_of_another_shape_is_passed_over(
    head: object, rows: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glossary_yaml, "compiled_rows", lambda path, *_: Rows(head, rows, path, ""))
    assert load_glossary(write(tmp_path, WHOLE)).title == "T"


def test_concepts_out_of_the_cache_are_decoded_when_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    load_glossary(path)
    entries, read = load_glossary(path).concepts, read_glossary(path).concepts
    assert isinstance(entries, Entries)
    assert (len(entries), entries[-1], entries[:2]) == (len(read), read[-1], read[:2])
    assert entries[0] is entries[0]
    assert (entries == read, read == entries, entries != read[:-1]) == (True, True, True)
    assert hash(entries) == hash(read) if not read[0].links else True


def test_the_number_of_the_compiled_form_rises_with_the_contract() -> None:
    parts = (concepts.Glossary, Source, Concept, Term, Rules, Definition, Fact, Spec)
    shape = " ".join(name for part in parts for name in (part.__name__, *part._fields))
    assert (glossary_yaml.SCHEMA, shape) == (
        3,
        "Glossary path title languages source sources concepts extra Source title url kind "
        "Concept id terms subject_field tier definitions notes facts related specs links images history "
        "customer project extra line "
        "Term lang text status pinyin pos type gender geo severity why match contexts note extra line "
        "Rules case inflect boundary variants except_in Definition lang text source "
        "Fact text sources caution Spec source target expect line",
    )
