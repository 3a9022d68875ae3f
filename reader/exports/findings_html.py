"""Findings as one page of HTML that stands alone: no script, no link out, nothing to fetch."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.exports import findings_words
from reader.exports.findings_context import excerpt
from reader.exports.findings_groups import NO_CONCEPT, Group, Headings, Totals, groups, unmentioned
from reader.exports.findings_html_style import STYLE
from reader.exports.findings_report import Report
from reader.exports.findings_words import kind_and_gravity, location, reason, stands, times, unnamed
from reader.exports.html_page import FOOT, head, safe
from reader.terms.concepts import MARKS
from reader.terms.findings import LEVEL_MARKS, Finding, Level, Quote, Tallied, Used
from reader.text.clean import clean_line
from reader.text.quoting import squeezed

_CONTEXT = 360  # cells of a segment that are shown around a term

Languages = Mapping[str, tuple[str, str]]
"""Of each file: the language translated from, and the one that is checked."""


def html_report(report: Report) -> Iterator[str]:
    """The pieces of the page: a table of the concepts, then each with its places."""
    grouped = groups(report.findings)
    files = report.checked()
    languages = {each.path: (each.source_language, each.target_language) for each in files}
    headings = Headings(report.glossary)
    levels: Counter[Level] = Counter(
        finding.severity for group in grouped for same in group.wordings for finding in same
    )
    yield head("Terminology check", "en", STYLE)
    yield f"<p>{_safe(str(Totals(levels, files, report.reviewed(), report.complete())))}</p>\n"
    if grouped:
        yield from _table(grouped, report.summary(), headings)
    for number, group in enumerate(grouped, 1):
        yield from _section(number, group, headings, languages)
    yield FOOT


def _safe(text: str) -> str:
    """The text for HTML, harmless and on one line."""
    return safe(clean_line(text))


def _in(language: str, text: str, tag: str = "span") -> str:
    """The text in an element that says its language, where it is known."""
    said = f' lang="{_safe(language)}"' if language else ""
    return f"<{tag}{said}>{_safe(squeezed(text))}</{tag}>"


def _table(grouped: Sequence[Group], tallied: Sequence[Tallied], headings: Headings) -> Iterator[str]:
    used = {each.concept: each.used for each in tallied}
    yield (
        '<table>\n<caption>Concepts with findings</caption>\n<thead><tr><th scope="col">Concept</th>'
        '<th scope="col">Renderings</th><th scope="col">Findings</th></tr></thead>\n<tbody>\n'
    )
    for number, group in enumerate(grouped, 1):
        told = "".join(f"<li>{_rendering(each)}</li>" for each in used.get(group.concept, ()))
        kinds = "".join(f"<li>{count:,} {_safe(kind)}</li>" for kind, count in group.kinds.items())
        yield (
            f'<tr><th scope="row"><a href="#concept-{number}">{_names(group, headings)}</a></th>'
            f"<td><ul>{told}</ul></td><td><ul>{kinds}</ul></td></tr>\n"
        )
    yield "</tbody>\n</table>\n"
    others = unmentioned(grouped, tallied)
    if others:
        yield f"<p>{others}</p>\n"


def _names(group: Group, headings: Headings) -> str:
    """What the concept is called in each language, else its id, else what the group is about."""
    names = " = ".join(_in(language, text) for language, text in headings.names(group.concept))
    return names or _safe(group.concept or NO_CONCEPT)


def _section(number: int, group: Group, headings: Headings, languages: Languages) -> Iterator[str]:
    concept = f" <code>{_safe(group.concept)}</code>" if headings.names(group.concept) else ""
    yield f'<section id="concept-{number}">\n<h2>{_names(group, headings)}{concept}</h2>\n'
    for same in group.wordings:
        yield from _wording(same, languages)
    yield "</section>\n"


def _wording(same: Sequence[Finding], languages: Languages) -> Iterator[str]:
    one = same[0]
    source, target = languages.get(one.target.spot.file, ("", ""))
    expected, _ = findings_words.expected(one, len(one.expected))
    terms = " or ".join(_in(target, term, "q") for term in expected)
    yield (
        f'<article class="{one.severity}">\n<h3><span class="sign">{LEVEL_MARKS[one.severity]} '
        f"{one.severity}</span> {kind_and_gravity(one)}{_stands(one, source, target)}"
        f"{f' → {terms}' if terms else ''}</h3>\n"
    )
    if why := reason(one):
        yield f'<p class="why">{_safe(squeezed(why))}</p>\n'
    if one.used:
        yield "".join(map(_places, one.used)) + _fingerprint(one)
    else:
        yield "<ol>\n"
        for finding in same:
            yield _place(finding, languages)
        yield "</ol>\n"
    yield "</article>\n"


def _stands(finding: Finding, source: str, target: str) -> str:
    """What stands there: nothing to be said of a concept with several renderings, which are listed."""
    said = stands(finding)
    if not said:
        return ""
    words = said.words
    shown = _in(source if said.side == "source" else target, words, "q") if said.side else _safe(words)
    return f": {said.before}{shown}"


def _place(finding: Finding, languages: Languages) -> str:
    source, target = languages.get(finding.target.spot.file, ("", ""))
    target = finding.found if finding.kind == "wrong-language" else target
    quotes = _quote(finding.target, target, "target")
    if finding.source:
        quotes += _quote(finding.source, source, "source")
    return f"<li><code>{_safe(location(finding.target.spot))}</code>{quotes}{_fingerprint(finding)}</li>\n"


def _fingerprint(finding: Finding) -> str:
    """What `--dismiss` wants to know."""
    return f"<small>fingerprint <code>{_safe(finding.fingerprint)}</code></small>\n"


def _quote(quote: Quote, language: str, side: str) -> str:
    cut = excerpt(quote, _CONTEXT)
    words = f"<mark>{_safe(cut.words)}</mark>" if cut.words else ""
    said = f' lang="{_safe(language)}"' if language else ""
    return f'<blockquote class="{side}"{said}>{_safe(cut.before)}{words}{_safe(cut.after)}</blockquote>'


def _places(used: Used) -> str:
    """A rendering with where it stands, folded together."""
    places = "".join(f"<li><code>{_safe(location(spot))}</code></li>" for spot in used.spots)
    more = unnamed(used, len(used.spots))
    rest = f"<li>{more}</li>" if more else ""
    return f"<details><summary>{_rendering(used)}</summary><ul>{places}{rest}</ul></details>\n"


def _rendering(used: Used) -> str:
    status = used.status or "approved"
    return (
        f'<span class="{status}">{MARKS[used.status]} {_safe(squeezed(used.text))}</span> {times(used)} '
        f"<small>{status}</small>"
    )
