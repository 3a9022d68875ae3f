"""What a report of findings says to a person, line by line, before a pipe or a terminal draws it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from reader.exports.findings_context import CLOSE, OPEN, Excerpt, excerpt
from reader.exports.findings_groups import NO_CONCEPT, Group, Headings, Totals, groups
from reader.exports.findings_pieces import Line, Look, Piece, rendering, told
from reader.exports.findings_report import Report
from reader.exports.findings_table import table_lines
from reader.exports.findings_words import expected, kind_and_gravity, location, reason, stands, unnamed
from reader.terms.findings import LEVEL_MARKS, Finding, Level, Quote, Used
from reader.text.quoting import quoted

_CONTEXT = 44  # cells that a context needs to stand beside its place
_TERMS = 3  # expected terms that are told
_PLACES = 12  # places of a rendering that are told


def report_lines(report: Report, width: int) -> Iterator[Line]:
    """The findings by concept, a table of them, and one line about all.

    Lines about places fit in `width` cells; all others are still to be broken.
    """
    levels: Counter[Level] = Counter()
    grouped = groups(_counting(report.findings, levels))
    headings = Headings(report.glossary)
    for group in grouped:
        yield from _group(group, headings, width)
        yield Line()
    if grouped:
        yield from table_lines(grouped, report.summary(), headings, width)
        yield Line()
    yield Line(
        (Piece(str(Totals(levels, report.checked(), report.reviewed(), report.complete())), "strong"),)
    )


def _counting(findings: Iterable[Finding], levels: Counter[Level]) -> Iterator[Finding]:
    for finding in findings:
        levels[finding.severity] += 1
        yield finding


def _group(group: Group, headings: Headings, width: int) -> Iterator[Line]:
    yield Line(tuple(_heading(group.concept, headings)))
    for same in group.wordings:
        yield from _wording(same[0])
        yield from _places(same, width)


def _heading(concept: str, headings: Headings) -> Iterator[Piece]:
    """What the concept is called, then its id."""
    names = " = ".join(text for _, text in headings.names(concept))
    yield Piece(told(names or concept or NO_CONCEPT), "strong")
    if names:
        yield Piece(f" ({told(concept)})", "dim")


def _wording(finding: Finding) -> Iterator[Line]:
    """What is wrong and what should stand there, then why."""
    level = finding.severity
    body = [Piece(kind_and_gravity(finding), level), *_stands(finding), *_expected(finding)]
    yield Line(tuple(body), (Piece(f"  {LEVEL_MARKS[level]} ", level),), 4)
    if why := reason(finding):
        yield Line((Piece(told(why), "dim"),), (Piece("    "),), 4)
    for used in finding.used:
        mark, words = rendering(used)
        yield Line((words, Piece(f" at {_spots(used)}", "dim")), (Piece("    "), mark), 6)


def _stands(finding: Finding) -> Iterator[Piece]:
    said = stands(finding)
    if said:
        yield Piece(": ")
        yield Piece(str(said._replace(words=told(said.words))), finding.severity)


def _expected(finding: Finding) -> Iterator[Piece]:
    """The preferred one, then some others."""
    terms, others = expected(finding, _TERMS)
    between = " → "
    for term in terms:
        yield Piece(between, "dim")
        yield Piece(quoted(told(term)), "preferred" if between == " → " else "admitted")
        between = " or "
    if others:
        yield Piece(f" or {others}", "dim")


def _spots(used: Used) -> str:
    """Where a rendering stands: the first place of a file as `file:line:column`, the others without it."""
    said = []
    file = None
    for spot in used.spots[:_PLACES]:
        said.append(f"{spot.line}:{spot.column}" if spot.file == file else location(spot))
        file = spot.file
    return f"{', '.join(said)} {unnamed(used, len(said))}".rstrip()


def _places(same: Sequence[Finding], width: int) -> Iterator[Line]:
    """Each place in its context, and where it comes from unless that was just said."""
    if same[0].used:
        return
    widest = max(cell_len(location(finding.target.spot)) for finding in same)
    aside = widest if width - widest - 6 >= _CONTEXT else 0
    source = None
    for finding in same:
        yield from _place(location(finding.target.spot), finding.target, finding.severity, aside, width)
        if finding.source and finding.source != source:
            source = finding.source
            yield from _source(source, aside, width)


def _place(where: str, quote: Quote, look: Look, aside: int, width: int) -> Iterator[Line]:
    indent = aside + 6 if aside else 6
    context = _context(excerpt(quote, width - indent), look)
    if aside:
        yield Line(context, (Piece(f"    {where}{' ' * (aside - cell_len(where))}  ", "dim"),), indent)
    else:
        yield Line((Piece(where, "dim"),), (Piece("    "),), 4)
        yield Line(context, (Piece(" " * indent),), indent)


def _source(quote: Quote, aside: int, width: int) -> Iterator[Line]:
    label = f"    {'source':>{aside}}  " if aside else "      source "
    context = _context(excerpt(quote, width - len(label)), "")
    yield Line(context, (Piece(label, "dim"),), len(label))


def _context(cut: Excerpt, look: Look) -> tuple[Piece, ...]:
    if not cut.words:
        return (Piece(cut.before),)
    return Piece(cut.before), Piece(f"{OPEN}{cut.words}{CLOSE}", look, marked=True), Piece(cut.after)
