"""Checks elements against a table: which attributes they have, with what values, and what stands in them.

An element of a table is two short texts. Attributes: `id!name` must be there and be a name, `href?uri` may be
there. Content: `notes? segment|ignorable+` is read as in a regular expression, `other` stands for elements
of foreign vocabularies, a leading `#` lets text stand between them, and `any` lets in whatever there is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple, Protocol

from reader.errors import Fault, FaultyError
from reader.text.bitexts.xliff.values import KINDS
from reader.text.clean import clean_line
from reader.text.quoting import cited, did_you_mean
from reader.text.xml_reader import Characters, Element

OTHER = "other"
_MOST = 100  # faults of one file that are told
_NEAR, _SHORT = 0.88, 5  # how alike, and of how many letters, a name is that is misspelt
_GROUP = re.compile(r"(\S+?)([?*+]?)")
_EVERYWHERE = {"xml:space": "space"}

Table = Mapping[str, tuple[str, str]]


class Placed(Protocol):
    """What has a place in the file."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class Report:
    """Gathers what is wrong with a file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []

    def add(self, place: Placed, message: str, hint: str = "") -> None:
        """Note what is wrong at a place; raises FaultyError where so much is that more would help nobody."""
        self.faults.append(Fault(self.path, place.line, place.column, clean_line(message), hint=hint))
        if len(self.faults) >= _MOST:
            self.finish()

    def finish(self) -> None:
        """Raise FaultyError with everything that was noted, in the order of the file."""
        if self.faults:
            raise FaultyError(tuple(sorted(dict.fromkeys(self.faults), key=lambda fault: fault[1:3])))


class Group(NamedTuple):
    """Elements that may stand at one place of a content."""

    names: frozenset[str]
    least: int
    most: int  # 0: any number

    @property
    def shown(self) -> str:
        """The elements, for a sentence."""
        return " or ".join(f"<{name}>" for name in sorted(self.names, reverse=True))


class Spec(NamedTuple):
    """An element as its vocabulary has it."""

    attributes: Mapping[str, str]  # the kind of value, by name
    required: tuple[str, ...]
    groups: tuple[Group, ...]
    text: bool
    free: bool  # anything may stand in it


@cache
def spec(attributes: str, content: str) -> Spec:
    """What the two texts of a table say."""
    named = [re.split("([!?])", word, maxsplit=1) for word in attributes.split()]
    words = content.removeprefix("#").split()
    return Spec(
        {name: kind for name, _, kind in named},
        tuple(name for name, need, _ in named if need == "!"),
        tuple(_group(word) for word in words if word != "any"),
        content.startswith("#") or content == "any",
        content == "any",
    )


def _group(word: str) -> Group:
    found = _GROUP.fullmatch(word)
    names, times = (found[1], found[2]) if found else (word, "")
    return Group(frozenset(names.split("|")), int(times in ("", "+")), 0 if times in ("*", "+") else 1)


class Grammar:
    """A table with what tells the name of an element in it: "" for those of foreign vocabularies."""

    def __init__(
        self, table: Table, name_of: Callable[[Element], str], report: Report, strict: bool = True
    ) -> None:
        """Not `strict`: tools add attributes of their own; only a misspelt one is told."""
        self._table = table
        self._misspelt: dict[tuple[str, str], str] = {}
        self._specs: dict[str, Spec | None] = {}
        self._strict = strict
        self.name_of = name_of
        self.report = report

    def spec_of(self, element: Element) -> Spec | None:
        """What the table says of an element."""
        name = self.name_of(element)
        if name not in self._specs:
            found = self._table.get(name)
            self._specs[name] = spec(*found) if found else None
        return self._specs[name]

    def check_tag(self, element: Element) -> None:
        """The attributes of an element that is in the table."""
        of = self.spec_of(element)
        if of is None:
            return
        for name in of.required:
            if name not in element.attributes:
                self.report.add(
                    element, f"<{element.tag}> has no {name}, which it must have", f'write {name}="…"'
                )
        for name, value in element.attributes.items():
            if (kind := of.attributes.get(name) or _EVERYWHERE.get(name)) is not None:
                check, said = KINDS[kind]
                if not check(value):
                    self.report.add(
                        element, f"{name} of <{element.tag}> is {cited(value)}: it must be {said}"
                    )
            elif name[0] != "{" and name not in ("xml:lang", "xml:id", "xml:base"):
                if self._strict:
                    near = did_you_mean(name, of.attributes, "", "") or "remove it"
                else:
                    near = self._meant(element, name, of.attributes)
                if near:
                    self.report.add(element, f"<{element.tag}> cannot have {cited(name)}", near)

    def _meant(self, element: Element, name: str, names: Iterable[str]) -> str:
        """Which of these names is all but certainly meant, as a question; empty for what a tool adds."""
        key = (self.name_of(element), name)
        if key not in self._misspelt:
            short = len(name) < _SHORT
            self._misspelt[key] = "" if short else did_you_mean(name, names, "", "", _NEAR)
        return self._misspelt[key]

    def check_tree(self, element: Element) -> None:
        """An element with all that stands in it."""
        self.check_tag(element)
        of = self.spec_of(element)
        if of is None or of.free:
            return
        content = Content(element, of, self)
        for child in element.children:
            if isinstance(child, Element):
                if content.take(child):
                    self.check_tree(child)
            elif isinstance(child, Characters) and not of.text and not child.text.isspace():
                content.refuse_text(child)
        content.close()


class Content:
    """What stands in an element, child by child."""

    def __init__(self, parent: Element, of: Spec, grammar: Grammar) -> None:
        self._parent = parent
        self._of = of
        self._grammar = grammar
        self._at = 0  # the group that the last child was of
        self._counts = [0] * len(of.groups)

    def take(self, child: Element) -> bool:
        """The next child; whether it can stand here at all."""
        name = self._grammar.name_of(child)
        own = name or OTHER
        places = [at for at, group in enumerate(self._of.groups) if own in group.names]
        report, inside = self._grammar.report, f"<{self._parent.tag}>"
        if not places:
            known = f"<{child.tag}> has no place in {inside}"
            near = did_you_mean(child.name, (n for group in self._of.groups for n in group.names), "", "")
            report.add(child, known, near or "remove it")
            return False
        at = next((at for at in places if at >= self._at), None)
        if at is None:
            at, behind = places[-1], self._of.groups[self._at].shown
            report.add(child, f"<{child.tag}> stands too late in {inside}", f"put it before {behind}")
        else:
            self._at = at
        self._counts[at] += 1
        most = self._of.groups[at].most
        if most and self._counts[at] > most:
            report.add(child, f"a second <{child.tag}> stands in {inside}, which may have one", "remove one")
        return True

    def refuse_text(self, characters: Characters) -> None:
        """Text where there can be none."""
        said = f"{cited(characters.text.strip())} stands in <{self._parent.tag}>, where no text can be"
        lines = len(characters.text) - len(characters.text.lstrip())
        blank = characters.text[:lines]
        line = characters.line + blank.count("\n")
        column = lines - blank.rfind("\n") if "\n" in blank else characters.column + lines
        self._grammar.report.add(Characters("", line, column), said, "remove it")

    def close(self) -> None:
        """The end of the element."""
        for group, count in zip(self._of.groups, self._counts, strict=True):
            if count < group.least:
                said = f"<{self._parent.tag}> has no {group.shown}, which it must have"
                self._grammar.report.add(self._parent, said)
