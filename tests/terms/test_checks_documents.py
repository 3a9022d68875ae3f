"""What a check keeps and passes on of whole documents: fingerprints, faults, the summary."""

from reader.errors import Fault
from reader.terms.checking import Checker
from reader.terms.concepts import Kind
from tests.terms.checked import GLOSSARY, bitext, check


def test_a_fingerprint_knows_the_finding_wherever_it_moves() -> None:
    pair = ("小巨人", "A dwarf giant and a dwarf giant")
    first, second = check(pair, kinds=("forbidden",))
    assert first.fingerprint != second.fingerprint
    moved = check(("我们", "We"), pair, kinds=("forbidden",))
    assert [finding.fingerprint for finding in moved] == [first.fingerprint, second.fingerprint]
    other = check(("小巨人", "A dwarf giant and one dwarf giant"), kinds=("forbidden",))
    assert other[0].fingerprint != first.fingerprint


def test_faults_between_segments_are_passed_on_and_the_rest_is_checked() -> None:
    fault = Fault("b.tsv", 3, 1, "the target is empty")
    segments = [fault, *bitext([("小巨人", "they")]).segments]
    heard: list[Fault] = []
    text = bitext([])._replace(segments=iter(segments))
    wanted: tuple[Kind, ...] = ("missing",)
    assert len(list(Checker(GLOSSARY, wanted).findings(text, heard.append))) == 1
    assert heard == [fault]


def test_the_summary_tells_renderings_and_findings_of_all_documents() -> None:
    checker = Checker(GLOSSARY)
    for target in ("The little giant", "A dwarf giant"):
        list(checker.findings(bitext([("小巨人", target)])))
    (row,) = checker.summary()
    assert (row.concept, [(used.text, used.times) for used in row.used], dict(row.findings)) == (
        "giant",
        [("little giant", 1), ("dwarf giant", 1)],
        {"forbidden": 1},
    )
    assert [(each.path, each.segments) for each in checker.checked] == [("b.tsv", 1), ("b.tsv", 1)]
