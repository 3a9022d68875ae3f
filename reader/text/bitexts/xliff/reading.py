"""XLIFF: 1.2, and 2.0 to 2.2. A file that breaks the rules of its version is refused with all its faults."""

from collections.abc import Callable, Iterator
from typing import NoReturn

from reader.errors import Fault, FaultyError, InputError
from reader.text.bitexts.request import Request
from reader.text.bitexts.tmx_languages import nearness
from reader.text.bitexts.xliff import tables1, watch1, watch2
from reader.text.bitexts.xliff.grammar import Report
from reader.text.bitexts.xliff.tables2 import CORE
from reader.text.bitexts.xliff.units import Units
from reader.text.bitexts.xliff.watch import Watch
from reader.text.bitexts.xml_sides import source_of
from reader.text.clean import clean_line
from reader.text.quoting import cited
from reader.text.segments import Bitext, Segment
from reader.text.tags import hyphenated
from reader.text.xml_reader import Comment, Element, Event, Instruction, Opened, read_xml

_LANGUAGES = ("source-language", "target-language")
_FRAMES = tables1.FRAMES | watch2.FRAMES


def read_xliff(request: Request) -> Bitext:
    """The segments of an XLIFF file; those that are not to be translated are passed over in silence.

    Raises InputError where the file is no XLIFF, and where its languages are not those that are asked for.
    Going through the segments raises FaultyError, at the end, where the file breaks the rules of XLIFF.
    """
    path = clean_line(str(request.path))
    report = Report(path)
    events = read_xml(source_of(request), path, (), request.encoding, frames=_FRAMES)
    root, before = _root(events)
    second = _is_second(path, root)
    watch: Watch = watch2.Watch2(report) if second else watch1.Watch1(report)
    for event in before:
        watch.take(event)
    holder = root if second else _first_file(events, watch)
    languages = _languages(path, request, holder, ("srcLang", "trgLang") if second else _LANGUAGES)
    if watch.report.faults or not all(languages):
        _refuse(path, languages, events, watch)
    units = Units(path, request.skip_empty)
    read = ("unit", units.read2) if second else ("trans-unit", units.read1)
    return Bitext(path, path, *languages, _segments(events, watch, read, languages))


def _root(events: Iterator[Event]) -> tuple[Element, list[Event]]:
    """The outermost element, and what came up to it."""
    before: list[Event] = []
    for event in events:
        if not isinstance(event, Comment | Instruction):
            before.append(event)
        if isinstance(event, Opened):
            return event.element, before
        if isinstance(event, Element):
            return event, []
    raise AssertionError("a document that is read has an element")


def _is_second(path: str, root: Element) -> bool:
    """Whether it is of version 2; raises FaultyError where it is no XLIFF."""
    if root.name == "xliff" and root.namespace in CORE:
        return True
    if root.name == "xliff" and root.namespace in tables1.NAMESPACES:
        if root.namespace or not root.attributes.get("version", "").startswith("2"):
            return False
        said, hint = "<xliff> has no namespace", f'write xmlns="{CORE[0]}"'
    elif root.name == "xliff":
        said, hint = f"the namespace {cited(root.namespace)} is that of no XLIFF", f"XLIFF 2 has {CORE[0]}"
    else:
        said = f"this is no XLIFF: its outermost element is <{clean_line(root.tag)}>, not <xliff>"
        hint = "`--as` says what a file is"
    raise FaultyError((Fault(path, root.line, root.column, said, hint=hint),))


def _first_file(events: Iterator[Event], watch: Watch) -> Element:
    """The first `file` of XLIFF 1.2, an empty one where there is none: that fault is told at the end."""
    for event in events:
        watch.take(event)
        if isinstance(event, Opened) and event.element.name == "file":
            return event.element
    return Element("file", "", "file", {}, 0, 0)


def _languages(path: str, request: Request, holder: Element, names: tuple[str, str]) -> tuple[str, str]:
    """Source and target language; raises InputError where the file has others than are asked for."""
    found = []
    asked = (request.source_language, request.target_language)
    for side, name, wanted in zip(("source", "target"), names, asked, strict=True):
        has = clean_line(holder.attributes.get(name, ""))
        if has and wanted and not nearness(has, wanted):
            raise InputError(f"The {side} of {path} is in {cited(has)}, not in {cited(wanted)}.")
        found.append(wanted or hyphenated(has))
    return found[0], found[1]


def _refuse(path: str, languages: tuple[str, str], events: Iterator[Event], watch: Watch) -> NoReturn:
    """Refuse a file for its beginning: with its faults where it has some, else for a language not said."""
    for event in events:
        watch.take(event)
    watch.report.finish()
    side, option = ("target", "--to") if languages[0] else ("source", "--from")
    raise InputError(f"{path} does not say what its {side} language is. Name it with {option}.")


def _segments(
    events: Iterator[Event],
    watch: Watch,
    read: tuple[str, Callable[[Element], Iterator[Segment | Fault]]],
    languages: tuple[str, str],
) -> Iterator[Segment | Fault]:
    """The segments of the units of that name; none any more once something is wrong with the file."""
    strange = False
    name, made = read
    for event in events:
        watch.take(event)
        if isinstance(event, Opened) and watch.grammar.name_of(event.element) == "file":
            fault = _strange(watch.report.path, event.element, languages)
            strange = fault is not None
            if fault:
                yield fault
        elif strange or watch.report.faults or not isinstance(event, Element):
            continue
        elif watch.grammar.name_of(event) == name and _is_translated(event, watch.open):
            yield from made(event)
    watch.report.finish()


def _strange(path: str, file: Element, languages: tuple[str, str]) -> Fault | None:
    """The fault of a `file` in other languages than the one before it."""
    for name, language in zip(_LANGUAGES, languages, strict=True):
        has = file.attributes.get(name, "")
        if has and not nearness(has, language):
            said = f"{name} of <{file.tag}> is {cited(has)}, and what was read before is in {cited(language)}"
            return Fault(path, file.line, file.column, said, hint="check its files one by one: --from, --to")
    return None


def _is_translated(unit: Element, around: list[Element]) -> bool:
    """Whether a unit is to be translated: as it says itself, else what is around it."""
    said = (one.attributes["translate"] for one in (unit, *reversed(around)) if "translate" in one.attributes)
    return next(said, "yes") != "no"
