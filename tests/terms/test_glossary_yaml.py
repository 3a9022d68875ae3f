"""A glossary file is read whole, harmless, or told in a sentence to be none."""

import re
from pathlib import Path

import pytest

from reader.errors import GlossaryError, InputError
from reader.folders import shipped
from reader.terms.concepts import Concept, Definition, Fact, Rules, Source, Spec, Term
from reader.terms.glossary_yaml import load_glossary, read_glossary
from tests.hostile import HOSTILE
from tests.terms.glossary_files import HEAD, WHOLE, write


def test_everything_an_entry_holds_is_read(tmp_path: Path) -> None:
    glossary = read_glossary(write(tmp_path, WHOLE))
    assert (glossary.title, glossary.languages, glossary.source) == ("T", ("zh-Hans", "en"), "ours")
    assert glossary.extra == ({"level": "lang", "xml": "de"},)
    assert glossary.sources == {"S1": Source("A page", "https://example.org/a", "weak")}
    rules = Rules("exact", False, False, ("specialising",), ("not specializing",))
    assert glossary.concepts == (
        Concept(
            "zhuan-jing",
            (
                Term("zh-Hans", "专精特新", "preferred", "zhuān-jīng", "adjective", line=21),
                Term(
                    "en", "specializing and new", "deprecated", "", "", "phrase", "other", "GB", "critical",
                    "half is lost", rules, ({"text": "They are.", "source": "S1"},), "rare",
                    ({"level": "term", "xml": "<y/>"},), 22,
                ),
            ),
            "policy",
            "core",
            (Definition("en", "A label.", "S1"),),
            ("Keep it.",),
            (Fact("It began in 2011.", ("S1",), "one source"),),
            ("ju-ren",),
            (
                Spec("专精特新", "specializing and new", ("forbidden",), 35),
                Spec("专精特新", "SRDI", (), 36),
            ),
            ({"url": "https://example.org/b", "text": "B"},),
            ({"url": "https://example.org/c.png"},),
            ({"action": "origination", "date": "2021-11-29", "by": "us"},),
            "C",
            "P",
            ({"level": "concept", "xml": "<x/>"},),
            5,
        ),
        Concept("ju-ren", (Term("en", "no", line=38),), line=37),
    )  # fmt: skip


def test_the_shipped_glossary_is_sound() -> None:
    glossary = read_glossary(shipped("glossary.yaml"))
    assert len(glossary.concepts) == 85
    assert glossary.concept("zhuan-jing-te-xin").tier == "core"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"# soon\n", "is empty"),
        (b"\x00\x01", "is a binary file, not a text in UTF-8"),
    ],
    ids=["empty", "comments only", "binary"],
)
def test_a_file_that_is_no_glossary_is_one_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_bytes(content)
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    assert str(caught.value) == f"The glossary {path} {sentence}."


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^The glossary .*g\.yaml does not exist\.$"):
        load_glossary(tmp_path / "g.yaml")
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        load_glossary(tmp_path)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 10_000])
def test_hostile_texts_come_in_harmless_or_not_at_all(text: str, tmp_path: Path) -> None:
    quoted = '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"'
    entry = f"- id: a\n  notes: [{quoted}]\n  terms: [{{lang: en, text: {quoted}, why: {quoted}}}]\n"
    try:
        read = read_glossary(write(tmp_path, HEAD + entry))
    except GlossaryError as error:
        said = str(error)
    else:
        said = "\n".join((*read.concepts[0].notes, read.concepts[0].terms[0].text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]", said)
