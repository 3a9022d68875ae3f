"""Findings as CSV: what a spreadsheet reads is what was found, and nothing of it is a formula."""

import csv
import io
from collections.abc import Iterable

import pytest

from reader.exports.findings_csv import COLUMNS, csv_report
from reader.terms.findings import Finding
from tests.exports import found
from tests.hostile import HOSTILE_BY_NAME


def rows(findings: Iterable[Finding]) -> list[dict[str, str]]:
    written = "".join(csv_report(findings))
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True))


def test_a_finding_is_a_row() -> None:
    (row,) = rows([found.forbidden()])
    assert row == {
        "severity": "error",
        "kind": "forbidden",
        "gravity": "critical",
        "concept": "label",
        "file": "a.en.txt",
        "line": "3",
        "column": "7",
        "end_column": "27",
        "segment": "3",
        "source_term": "专精特新",
        "found": "specializing and new",
        "expected": f"{found.BEST} | SRDI",
        "why": found.WHY,
        "source": found.CHINESE,
        "target": found.ENGLISH,
        "glossary": "glossary.yaml:12",
        "fingerprint": "f000000000000003",
    }


def test_a_spreadsheet_knows_the_encoding_and_the_line_ends() -> None:
    pieces = list(csv_report([found.missing()]))
    assert pieces[0] == "\ufeff" + ",".join(COLUMNS) + "\r\n"
    assert pieces[1].endswith("\r\n")
    assert len(pieces) == 2


def test_quotes_commas_and_line_ends_stay_in_their_cell() -> None:
    (row,) = rows([found.forbidden()._replace(why='He said: "no",\nand left.')])
    assert row["why"] == 'He said: "no",\nand left.'


@pytest.mark.parametrize("sign", "=+-@\t\r\n＝＋－＠")
def test_no_cell_is_a_formula(sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    (row,) = rows([found.forbidden(file=text)._replace(found=text, expected=(text,), concept=text, why=text)])
    assert row["found"] == f"'{text}"
    assert [row[name][0] for name in ("expected", "concept", "why")] == ["'", "'", "'"]
    assert row["file"][0] in ("'", " ", "\u2424", "\u240d", "\u240a")


def test_a_long_segment_fits_a_cell() -> None:
    target = found.quote("x", "x" * 100_000)
    (row,) = rows([found.forbidden()._replace(target=target)])
    assert len(row["target"]) == 32_001


@pytest.mark.parametrize("name", HOSTILE_BY_NAME)
def test_hostile_texts_stay_in_their_cells(name: str) -> None:
    findings = found.hostile(HOSTILE_BY_NAME[name])
    written = "".join(csv_report(findings))
    written.encode()
    assert "\x1b" not in written
    for row in rows(findings):
        assert list(row) == list(COLUMNS)
        assert not [cell for cell in row.values() if cell[:1] and cell[0] in "=+-@\t\r＝＋－＠"]
