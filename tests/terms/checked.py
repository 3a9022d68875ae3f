"""A small glossary, and what a check with it finds in sentence pairs."""

from collections.abc import Iterable

from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Kind, Term
from reader.terms.findings import Finding
from reader.text.segments import Bitext, Passage, Segment, ignored

GIANT = Concept(
    "giant",
    (
        Term("zh-Hans", "小巨人", "preferred"),
        Term("en", "little giant", "preferred"),
        Term("en", "small giant", "admitted"),
        Term("en", "tiny giant", "superseded", why="Not said any more."),
        Term("en", "dwarf giant", "deprecated", severity="critical", why="A giant is no dwarf."),
        Term("en", "baby giant", "deprecated", severity="minor"),
    ),
    line=7,
)
FIRM = Concept("firm", (Term("zh-Hans", "企业", "preferred"), Term("en", "enterprise", "preferred")), line=20)
SME = Concept("sme", (Term("zh-Hans", "中小企业", "preferred"), Term("en", "SME", "preferred")), line=30)
SPECIAL = Concept(
    "special",
    (
        Term("zh-Hans", "专精特新", "preferred"),
        Term("en", "specialized, refined, distinctive and innovative", "preferred", type="fullForm"),
        Term("en", "SRDI", "admitted", type="acronym"),
        Term("en", "special new", "deprecated"),
        Term("en", "novel", "deprecated"),
    ),
)
DATA = Concept(
    "data",
    (
        Term("zh-Hans", "数据安全", "preferred"),
        Term("en", "data security", "preferred"),
        Term("en", "data safety", "deprecated", note="Said of devices."),
    ),
)
SAFE = Concept(
    "safe",
    (
        Term("zh-Hans", "安全", "preferred"),
        Term("en", "security", "preferred"),
        Term("en", "safety", "deprecated"),
    ),
)
OFFER = Concept(
    "offer",
    (
        Term("zh-Hans", "首次公开募股", "preferred"),
        Term("en", "initial public offering", "preferred"),
        Term("en", "IPO", "admitted"),
        Term("en", "flotation", "admitted"),
    ),
)
NOVEL = Concept("novel", (Term("zh-Hans", "新颖", "preferred"), Term("en", "novel", "preferred")))
GDP = Concept("gdp", (Term("zh-Hans", "GDP", "preferred"), Term("en", "GDP", "preferred")))
KTV = Concept(
    "ktv",
    (
        Term("zh-Hans", "KTV", "preferred"),
        Term("en", "karaoke bar", "preferred"),
        Term("en", "KTV", "deprecated"),
    ),
)
PRIMARY, SECONDARY = (
    Concept(name, (Term("zh-Hans", zh, "preferred"), Term("en", f"{name} industry", "preferred")))
    for name, zh in (("primary", "第一产业"), ("secondary", "第二产业"))
)
STATE = Concept(
    "state",
    (Term("zh-Hans", "国家科技", "preferred"), Term("en", "state science and technology", "preferred")),
)
AWARD = Concept(
    "award", (Term("zh-Hans", "科技奖", "preferred"), Term("en", "technology award", "preferred"))
)
GLOSSARY = Glossary(
    "terms.yaml",
    "",
    ("zh-Hans", "en"),
    "",
    {},
    (GIANT, FIRM, SME, SPECIAL, DATA, SAFE, OFFER, NOVEL, GDP, KTV, PRIMARY, SECONDARY, STATE, AWARD),
)

Said = tuple[Kind, str, str]
"""The kind of a finding, its severity, and what was found."""


def bitext(pairs: Iterable[tuple[str | None, str]], *remarks: str) -> Bitext:
    """Pairs of sentences as a file: the source in one line, the target in the next."""
    segments = (
        Segment(
            str(number),
            Passage(target, 2 * number, 1),
            None if source is None else Passage(source, 2 * number - 1, 1),
            ignored(*remarks),
        )
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Bitext("b.tsv", "b.tsv", "zh-Hans", "en", segments)


def check(*pairs: tuple[str | None, str], kinds: tuple[Kind, ...] = (), remarks: str = "") -> list[Finding]:
    """What is found in these pairs; without `kinds`, of every kind."""
    checker = Checker(GLOSSARY, kinds) if kinds else Checker(GLOSSARY)
    return list(checker.findings(bitext(pairs, remarks)))


def told(found: Iterable[Finding]) -> list[Said]:
    """The findings in short."""
    return [(finding.kind, finding.severity, finding.found) for finding in found]
