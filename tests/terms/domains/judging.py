"""How well a check does on other domains than the article's: `python -m tests.terms.domains.judging`.

The cases were written before the rules were tried on them. A row of `cases.tsv`, `later.tsv` and
`everyday.tsv` has domain, category, label (right, missing, forbidden or non-preferred), judged concept,
source, target; several segments are parted by ` || `, and the last one is judged. `<b>…</b>` and `<br/>` in
them are inline markup. A row of `terms.tsv` has domain, terms of the source, renderings: parted by `|`, the
preferred ones bare, `~` before an admitted, `-` before a deprecated, `^` before a superseded one; `@verb`
behind one gives the part of speech, `@exact` means that its capitals count.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from reader.terms.checking import Checker
from reader.terms.concepts import Concept, Glossary, Rules, Status, Term
from reader.terms.findings import Finding
from reader.terms.matching import Matcher
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from tests.terms.quality import Score

HERE = Path(__file__).parent
TABLES = ("cases", "later", "everyday")
_STATUSES: dict[str, Status] = {"~": "admitted", "-": "deprecated", "^": "superseded"}
_CHINESE = re.compile("[\u4e00-\u9fff]")
_UNIT = "<trans-unit id='{}'><source>{}</source><target>{}</target></trans-unit>"
_FILE = (
    "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' datatype='html'"
    " source-language='{}' target-language='{}'><body>{}</body></file></xliff>"
)


class Case(NamedTuple):
    """A segment in its domain, and what is to be said of it."""

    table: str
    line: int
    domain: str
    category: str
    label: str
    concept: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is to be said."""
        return self.label == "right"


class Verdict(NamedTuple):
    """What a check says of the judged segment."""

    told: bool  # of the judged concept
    others: tuple[str, ...]  # concepts of which it says something besides


Rule = Callable[[Case], Verdict]


def ours(case: Case) -> Verdict:
    """What `reader check` says as a warning, an error, or of a term that is not preferred."""
    checker = Checker(glossary(case.domain), ("missing", "forbidden", "non-preferred"))
    segment = str(len(case.targets))
    found = checker.findings(open_bitext(_request(case)))
    told = {
        finding.concept for finding in found if finding.target.spot.segment == segment and _counts(finding)
    }
    return Verdict(case.concept in told, tuple(sorted(told - {case.concept})))


def whole_word(case: Case) -> Verdict:
    """What a rule says that looks for the source's terms and the preferred renderings as they are written."""
    source, target = case.sources[-1].lower(), _plain(case.targets[-1]).lower()
    side = 0 if _CHINESE.search(source) else 1
    told = set()
    for concept in glossary(case.domain).concepts:
        sides = [[t.text.lower() for t in concept.terms if t.lang == lang] for lang in ("zh-Hans", "en")]
        wanted = [t.text.lower() for t in concept.terms if t.status == "preferred"]
        named = any(_has(source, text) for text in sides[side])
        if named and not any(_has(target, text) for text in wanted if text in sides[1 - side]):
            told.add(concept.id)
    return Verdict(case.concept in told, tuple(sorted(told - {case.concept})))


@cache
def cases(table: str) -> tuple[Case, ...]:
    """The rows of a table."""
    rows = []
    for line, row in enumerate((HERE / f"{table}.tsv").read_text(encoding="utf-8").splitlines(), 1):
        domain, category, label, concept, source, target = row.split("\t")
        texts = (tuple(text.split(" || ")) for text in (source, target))
        rows.append(Case(table, line, domain, category, label, concept, *texts))
    return tuple(rows)


@cache
def glossary(domain: str) -> Glossary:
    """The terms of a domain; a concept's id is its first term."""
    concepts = []
    for line, row in enumerate((HERE / "terms.tsv").read_text(encoding="utf-8").splitlines(), 1):
        own, sources, renderings = row.split("\t")
        if own == domain:
            terms = [_term("zh-Hans", text) for text in sources.split("|")]
            verb = "@verb" in sources
            terms += [_term("en", text, "verb" if verb else "") for text in renderings.split("|")]
            concepts.append(Concept(terms[0].text, tuple(terms), line=line))
    return Glossary("terms.tsv", "", ("zh-Hans", "en"), "", {}, tuple(concepts))


def score(judged: Sequence[Case], rule: Rule) -> Score:
    """How the rule fares; a right use is told wrongly where the segment has any finding at all."""
    told = untold = false_alarms = quiet = 0
    for case in judged:
        verdict = rule(case)
        if not case.right:
            told, untold = told + verdict.told, untold + (not verdict.told)
        elif verdict.told or verdict.others:
            false_alarms += 1
        else:
            quiet += 1
    return Score(told, untold, false_alarms, quiet)


def noise_by_use(judged: Sequence[Case], rule: Rule) -> float:
    """The share of right uses that are told: a segment has one of each concept that its source names."""
    uses = alarms = 0
    for case in judged:
        source = case.sources[-1]
        found = _matcher(case.domain).find(source, "zh-Hans" if _CHINESE.search(source) else "en")
        uses += len({match.concept for match in found} - ({case.concept} if not case.right else set()))
        verdict = rule(case)
        alarms += len(verdict.others) + (verdict.told and case.right)
    return alarms / uses if uses else 0.0


@cache
def _matcher(domain: str) -> Matcher:
    return Matcher(glossary(domain))


def wrong(judged: Iterable[Case], rule: Rule) -> Iterator[tuple[Case, Verdict]]:
    """The cases that the rule judges wrongly; a violation as well where it tells of other concepts too."""
    for case in judged:
        verdict = rule(case)
        if verdict.told is case.right or verdict.others:
            yield case, verdict


def _term(lang: str, text: str, pos: str = "") -> Term:
    status = _STATUSES.get(text[0], "preferred")
    text, *marks = text.removeprefix("~").removeprefix("-").removeprefix("^").split("@")
    short = "acronym" if lang == "en" and text.isupper() else ""
    rules = Rules(case="exact") if "exact" in marks else Rules()
    return Term(lang, text, status, pos="verb" if "verb" in marks else pos, type=short, match=rules)


def _counts(finding: Finding) -> bool:
    return finding.severity != "info" or finding.kind == "non-preferred"


def _request(case: Case) -> Request:
    languages = ("zh-Hans", "en") if _CHINESE.search(case.sources[-1]) else ("en", "zh-Hans")
    units = (
        _UNIT.format(number, _markup(source), _markup(target))
        for number, (source, target) in enumerate(zip(case.sources, case.targets, strict=True), 1)
    )
    data = _FILE.format(*languages, "".join(units)).encode()
    return Request(Path("case.xlf"), data=data, format="xliff")


def _markup(text: str) -> str:
    parts = re.split(r"(</?[bi]>|<br/>)", text)
    tags = {"<br/>": "<x id='0' ctype='lb'/>", "</b>": "</g>", "</i>": "</g>"}
    return "".join(
        (tags.get(part) or f"<g id='{place}'>") if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def _plain(text: str) -> str:
    return re.sub(r"</?[bi]>|<br/>", "", text)


def _has(text: str, part: str) -> bool:
    if _CHINESE.search(part):
        return part in text
    return re.search(rf"(?<![a-z0-9]){re.escape(part)}(?![a-z0-9])", text) is not None


def _report(table: str) -> None:
    own = cases(table)
    print(f"{table:14}{'right':>6}{'wrong':>6}  precision recall   F1 noise   whole word: F1 noise")
    for part in (*dict.fromkeys(c.domain for c in own), *sorted({c.category for c in own}), "all"):
        some = [case for case in own if part in (case.domain, case.category, "all")]
        figures, exact = score(some, ours), score(some, whole_word)
        right = sum(case.right for case in some)
        print(
            f"{part:14}{right:6}{len(some) - right:6}{figures.precision:11.3f} {figures.recall:.3f}"
            f" {figures.f1:.3f} {figures.noise:5.1%}        {exact.f1:.3f} {exact.noise:5.1%}"
        )
    print(f"noise by use {noise_by_use(own, ours):.1%}, of whole words {noise_by_use(own, whole_word):.1%}")
    for case, verdict in wrong(own, ours):
        print(f"{case.line:4} {case.label:13} {case.concept} {case.sources} {case.targets} {verdict}")


if __name__ == "__main__":
    for name in sys.argv[1:] or TABLES:
        _report(name)
