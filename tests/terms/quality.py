"""How well matching tells a violation from a right use, on labelled cases: `python -m tests.terms.quality`.

`quality.tsv` has a row a case: category, label (right or violation), source, target, terms. Several segments
are parted by ` || `, and the last one is judged. Terms are `source=rendering|rendering;…`, the first of them
the one that is judged; `@verb` behind a source term gives the part of speech, `!` before a rendering means
that its capitals count. `good.tsv` has free translations that are good: source, target, terms to be found.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.terms.concepts import Concept, Glossary, Rules, Term
from reader.terms.coordination import coordinated
from reader.terms.folding import fold, singular
from reader.terms.introduced import Introduced
from reader.terms.matching import Matcher
from reader.terms.presence import rendered
from reader.terms.rewording import reworded

HERE = Path(__file__).parent
_CHINESE = re.compile("[\u4e00-\u9fff]")


class Case(NamedTuple):
    """A segment and a concept in it: whether the target renders it is what a rule has to say."""

    category: str
    right: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    glossary: Glossary
    concept: str
    line: int

    @property
    def languages(self) -> tuple[str, str]:
        """Those of the source and of the target."""
        return ("zh", "en") if _CHINESE.search(self.glossary.concepts[0].terms[0].text) else ("en", "zh")

    @property
    def renderings(self) -> list[str]:
        """What the judged concept is called in the target's language."""
        own = self.glossary.concept(self.concept).terms
        return [term.text for term in own if term.lang == self.languages[1]]

    @property
    def free(self) -> list[str]:
        """Those of them whose capitals do not count."""
        own = self.glossary.concept(self.concept).terms
        return [term.text for term in own if term.text in self.renderings and term.match.case == "fold"]


Rule = Callable[[Case], bool]


def ours(case: Case) -> bool:
    """Whether our matching sees the concept rendered."""
    matcher, introduced = Matcher(case.glossary), Introduced()
    source_language, target_language = case.languages
    for target in case.targets[:-1]:
        introduced.learn(target, matcher.find(target, target_language))
    source = matcher.find(case.sources[-1], source_language)
    found = matcher.find(case.targets[-1], target_language)
    return (
        rendered(case.concept, source, found)
        or introduced.find(case.targets[-1], case.concept) is not None
        or any(match.concept == case.concept for match in matcher.crossing(case.targets[-1], target_language))
        or coordinated(case.targets[-1], case.renderings) is not None
        or (case.languages[1] == "en" and reworded(case.targets[-1], case.free))
    )


def whole_word(case: Case) -> bool:
    """Whether a rendering stands in the target as it is, as whole words, capitals aside."""
    return any(_has(case.targets[-1].lower(), text.lower()) for text in case.renderings)


def light_fold(case: Case) -> bool:
    """Whether a rendering stands in the target after the light fold alone."""
    target = singular(fold(case.targets[-1])).text
    return any(_has(target, singular(fold(text)).text) for text in case.renderings)


RULES: dict[str, Rule] = {"ours": ours, "light fold": light_fold, "whole word": whole_word}


class Score(NamedTuple):
    """How a rule fared: violations told and not told, right uses told wrongly and not."""

    told: int = 0
    untold: int = 0
    false_alarms: int = 0
    quiet: int = 0

    @property
    def precision(self) -> float:
        """The share of what was told that was a violation."""
        return self.told / (self.told + self.false_alarms) if self.told else 0.0

    @property
    def recall(self) -> float:
        """The share of violations that were told."""
        return self.told / (self.told + self.untold) if self.told else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def noise(self) -> float:
        """The share of right uses that were told as violations."""
        right = self.false_alarms + self.quiet
        return self.false_alarms / right if right else 0.0


def score(cases: list[Case], rule: Rule) -> Score:
    """How the rule fares on the cases."""
    counts = {(right, seen): 0 for right in (True, False) for seen in (True, False)}
    for case in cases:
        counts[case.right, rule(case)] += 1
    return Score(counts[False, False], counts[False, True], counts[True, False], counts[True, True])


def labelled() -> list[Case]:
    """The cases of quality.tsv."""
    cases = []
    for line, row in _rows("quality.tsv"):
        category, label, source, target, terms = row
        assert label in ("right", "violation"), f"line {line}"
        sources, targets = (tuple(text.split(" || ")) for text in (source, target))
        cases.append(Case(category, label == "right", sources, targets, _glossary(terms), "c0", line))
    return cases


def good() -> list[Case]:
    """One case for each term of each pair of good.tsv: all of them are right uses."""
    return [
        Case("good", True, (source,), (target,), glossary, concept.id, line)
        for line, (source, target, terms) in _rows("good.tsv")
        for glossary in (_glossary(terms),)
        for concept in glossary.concepts
    ]


def _rows(name: str) -> Iterator[tuple[int, list[str]]]:
    for line, row in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        yield line, row.split("\t")


def _glossary(terms: str) -> Glossary:
    concepts = []
    for place, entry in enumerate(terms.split(";")):
        source, renderings = entry.split("=", 1)
        text, _, pos = source.partition("@")
        to_chinese = not _CHINESE.search(text)
        own = Term("en" if to_chinese else "zh", text, pos=pos)
        others = (_rendering(text, "zh" if to_chinese else "en", pos) for text in renderings.split("|"))
        concepts.append(Concept(f"c{place}", (own, *others)))
    return Glossary("quality.tsv", "", ("zh", "en"), "", {}, tuple(concepts))


def _rendering(text: str, lang: str, pos: str) -> Term:
    rules = Rules(case="exact") if text.startswith("!") else Rules()
    return Term(lang, text.removeprefix("!"), "preferred", pos=pos, match=rules)


def _has(text: str, part: str) -> bool:
    left = r"(?<![A-Za-z0-9])" if part[0].isascii() and part[0].isalnum() else ""
    right = r"(?![A-Za-z0-9])" if part[-1].isascii() and part[-1].isalnum() else ""
    return re.search(left + re.escape(part) + right, text) is not None


def _report() -> None:
    cases = labelled()
    print(f"{'':13}{'cases':>6}" + "".join(f"{name:>26}" for name in RULES))
    print(f"{'':19}" + "  precision recall   F1 noise" * len(RULES))
    for category in [*dict.fromkeys(case.category for case in cases), "all"]:
        own = [case for case in cases if category in (case.category, "all")]
        print(f"{category:13}{len(own):6}" + "".join(_figures(score(own, rule)) for rule in RULES.values()))
    free = good()
    noise = (f"{name} {score(free, rule).noise:.1%}" for name, rule in RULES.items())
    print(f"noise on {len(free)} terms of good translations: " + ", ".join(noise))


def _figures(figures: Score) -> str:
    return f"{figures.precision:9.3f} {figures.recall:.3f} {figures.f1:.3f} {figures.noise:5.1%}".rjust(28)


if __name__ == "__main__":
    _report()
