"""A termbase is opened in whatever form it comes, by the ending of its name or by what it holds."""

from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import InputError, ReaderError
from reader.terms.exchange.opening import open_glossary
from reader.terms.exchange.request import Request
from tests.hostile import HOSTILE
from tests.terms.exchange.test_xliff_glossary import ENTRY, read

YAML = (
    "glossary: {version: 1, languages: [zh, en]}\nconcepts:\n  - {id: a, terms: [{lang: en, text: firm}]}\n"
)
TABLE = "企业\tfirm\n小巨人企业\tlittle giant\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.yaml", YAML.encode()),
        ("a.yml", YAML.encode()),
        ("standard input", YAML.encode()),
        ("a.tsv", TABLE.encode()),
        ("a.txt", TABLE.encode()),
        ("a.utf8", TABLE.encode()),
        ("a.txt", TABLE.replace("\t", ",").encode()),
        ("a.csv", TABLE.replace("\t", ",").encode()),
        ("a.xlf", read(ENTRY.replace("TAB key", "firm"))),
        ("a.xml", read(ENTRY.replace("TAB key", "firm"))),
        ("standard input", b"\xef\xbb\xbf" + read(ENTRY.replace("TAB key", "firm"))),
        ("a.tsv", TABLE.encode("gb18030")),
        ("a.csv", TABLE.replace("\t", ",").encode("utf-16")),
        ("standard input", TABLE.encode("utf-16")),
    ],
)
def test_the_form_is_told_by_name_or_content(name: str, data: bytes, tmp_path: Path) -> None:
    handed = open_glossary(Request(Path(name), data=data))
    (tmp_path / name).write_bytes(data)
    for glossary in (handed, open_glossary(Request(tmp_path / name))):
        assert "firm" in [term.text for term in glossary.concepts[0].terms]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_than_utf_8_is_told(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(TABLE.encode(encoding))
    told: list[str] = []
    open_glossary(Request(path), told.append)
    assert encoding.upper() in told[0]
    open_glossary(Request(path, encoding=encoding), told.append)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xml", b"<html></html>", "a.xml:1:1: this XML is no termbase"),
        ("nowhere.tsv", None, "There is no file nowhere.tsv."),
        ("nowhere\0.tsv", None, "There is no file nowhere\u2400.tsv."),
        ("a.tsv", b"\xff\xfe\xff\xff\xff", "a.tsv"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes | None, told: str) -> None:
    with pytest.raises(InputError) as caught:
        open_glossary(Request(Path(name), data=data))
    assert told in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.yaml", "a.xlf"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_bytes_are_a_termbase_or_refused(text: str, name: str) -> None:
    with suppress(ReaderError):
        open_glossary(Request(Path(name), data=text[:20_000].encode(errors="surrogatepass")))
