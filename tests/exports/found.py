"""Findings made by hand, for the tests of every format."""

from collections.abc import Sequence

from reader.exports.findings_report import Report
from reader.terms.concepts import Concept, Glossary, Term
from reader.terms.findings import Checked, Finding, Quote, Spot, Tallied, Used
from reader.text.clean import clean

BEST = "specialized, refined, distinctive and innovative"
ENGLISH = "Firms specializing and new are called little giants, and more of them are wanted."
CHINESE = "专精特新企业被称为小巨人。"
WHY = "A participle names what a firm does, not what it is."


def glossary() -> Glossary:
    """Two concepts in two languages."""
    label = (
        Term("zh-Hans", "专精特新", "preferred", "zhuān jīng tè xīn"),
        Term("en", BEST, "preferred"),
        Term("en", "SRDI", "admitted"),
        Term("en", "specializing and new", "deprecated", severity="critical", why=WHY),
    )
    giant = (Term("zh-Hans", "小巨人", "preferred"), Term("en", "little giant", "preferred"))
    return Glossary(
        "glossary.yaml", "", ("zh-Hans", "en"), "", {}, (Concept("label", label), Concept("giant", giant))
    )


def spot(line: int = 3, column: int = 7, length: int = 20, file: str = "a.en.txt") -> Spot:
    """A stretch on one line."""
    return Spot(file, str(line), line, column, column + length)


def quote(words: str, text: str = ENGLISH, line: int = 3, file: str = "a.en.txt") -> Quote:
    """The words where they stand first in the text."""
    start = text.index(words)
    return Quote(spot(line, start + 1, len(words), file), text, start, start + len(words))


def forbidden(line: int = 3, file: str = "a.en.txt") -> Finding:
    """A deprecated rendering in a pair of files."""
    return Finding(
        "forbidden",
        "error",
        "label",
        quote("specializing and new", line=line, file=file),
        quote("专精特新", CHINESE, line, "a.zh.txt"),
        "专精特新",
        "specializing and new",
        (BEST, "SRDI"),
        WHY,
        "glossary.yaml:12",
        f"f0{line:014x}",
        "critical",
    )


def missing() -> Finding:
    """A term that the target does not have."""
    whole = Quote(spot(9, 1, len(ENGLISH)), ENGLISH, 0, len(ENGLISH))
    return Finding(
        "missing",
        "error",
        "giant",
        whole,
        quote("小巨人", CHINESE, 9, "a.zh.txt"),
        "小巨人",
        "",
        ("little giant",),
        "The source has 小巨人, and nothing here renders it.",
        "glossary.yaml:30",
        "f100000000000000",
    )


def inconsistent() -> Finding:
    """A concept with two renderings in a text of one language."""
    used = (
        Used("specializing and new", "deprecated", 3, (spot(3), spot(5), spot(5, 40, file="b.en.txt"))),
        Used("SRDI", "admitted", 1, (spot(8, 2, 4),)),
    )
    return Finding(
        "inconsistent",
        "warning",
        "label",
        quote("specializing and new"),
        None,
        "",
        "specializing and new ×3, SRDI ×1",
        (BEST, "SRDI"),
        "One concept, 2 renderings in this text.",
        "glossary.yaml:12",
        "f200000000000000",
        used=used,
    )


def wrong_language() -> Finding:
    """A segment in another language."""
    whole = Quote(spot(11, 1, len(CHINESE)), CHINESE, 0, len(CHINESE))
    return Finding(
        "wrong-language", "error", "", whole, None, "", "zh-Hans", ("en",), "It looks like zh-Hans.", "", "f3"
    )


def non_preferred() -> Finding:
    """An admitted rendering."""
    return forbidden()._replace(kind="non-preferred", severity="info", gravity="", fingerprint="f4")


def everything() -> list[Finding]:
    """A finding of each shape."""
    return [forbidden(3), missing(), wrong_language(), non_preferred(), forbidden(5), inconsistent()]


def checked() -> Sequence[Checked]:
    """A pair of files and a text in one language."""
    return [Checked("a.en.txt", "zh-Hans", "en", 23), Checked("b.en.txt", "", "en", 4)]


def summary() -> Sequence[Tallied]:
    """How three concepts fared."""
    return [
        Tallied("label", inconsistent().used, {"forbidden": 2, "inconsistent": 1}),
        Tallied("giant", (Used("little giants", "preferred", 1, (spot(),)),), {"missing": 1}),
        Tallied("quiet", (Used("quiet", "", 1, (spot(),)),), {}),
    ]


def report(findings: Sequence[Finding], reviewed: int = 0) -> Report:
    """The report of these findings in those files."""
    return Report(findings, glossary(), checked, summary, lambda: reviewed)


def bare(findings: Sequence[Finding], *files: Checked) -> Report:
    """The report of these findings in other files, without a summary."""
    return Report(findings, glossary(), lambda: files, lambda: ())


def hostile(text: str) -> list[Finding]:
    """The text wherever a finding may come to hold it: as it is for a file's name, elsewhere cleaned."""
    safe = clean(text)
    place = Spot(text, safe, 1, 1, 2)
    quoted = Quote(place, f"{safe} x", len(safe), len(safe) + 2)
    used = Used(safe, "deprecated", 2, (place, place))
    made = Finding(
        "forbidden", "error", safe, quoted, quoted, safe, safe, (safe, safe), safe, text, safe, used=(used,)
    )
    return [made, made._replace(used=(), kind="missing", found=""), made._replace(used=(), concept="")]


def harmless(written: str) -> bool:
    """Whether an output can be encoded and holds no control character but line ends."""
    written.encode()
    return clean(written) == written and "\t" not in written
