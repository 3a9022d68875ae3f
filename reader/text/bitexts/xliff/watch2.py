"""Checks a document of XLIFF 2.0, 2.1 or 2.2 as it streams by."""

from typing import NamedTuple

from reader.text.bitexts.xliff.changes2 import check_changes
from reader.text.bitexts.xliff.codes2 import inline
from reader.text.bitexts.xliff.grammar import Grammar, Report
from reader.text.bitexts.xliff.modules2 import (
    Setting,
    check_attributes,
    check_module,
    check_unique,
    short_name,
)
from reader.text.bitexts.xliff.tables2 import TABLE
from reader.text.bitexts.xliff.units2 import Frame, check_unit
from reader.text.bitexts.xliff.values import KINDS
from reader.text.bitexts.xliff.watch import Watch
from reader.text.quoting import cited
from reader.text.xml_reader import Element

_FLOWS = frozenset(("subFlows", "subFlowsStart", "subFlowsEnd"))
FRAMES = frozenset(("xliff", "file", "group", "skeleton"))


class _Flow(NamedTuple):
    """A code that says which unit holds a part of its text."""

    line: int
    column: int
    unit: str


class Watch2(Watch):
    """Follows a document of XLIFF 2.x."""

    def __init__(self, report: Report) -> None:
        super().__init__(Grammar(TABLE, short_name, report))
        self._files: dict[str, int] = {}  # ids, and the lines where they stand
        self._groups: dict[str, int] = {}
        self._units: dict[int, int] = {}  # hashes of ids, for there may be millions
        self._flows: list[_Flow] = []
        self._filled = False
        self._setting = Setting("2.0", "", False, False, frozenset())
        self._languages = ("", "")
        self._beside: dict[int, list[Element]] = {}  # elements of the open frames but units, by depth

    def filled(self) -> None:
        """Something stands in the innermost frame."""
        self._filled = True

    def opened(self, element: Element) -> None:
        """A frame begins."""
        self._filled = False
        name, attributes = short_name(element), element.attributes
        if name == "xliff":
            self._languages = (attributes.get("srcLang", ""), attributes.get("trgLang", ""))
            self._setting = self._setting._replace(
                version=attributes.get("version", ""), source_language=self._languages[0]
            )
        elif name == "file":
            self._once(self._files, element)
            self._groups, self._units, self._flows = {}, {}, []
            self._setting = self._setting._replace(general=False, storage=False, sizes=frozenset())
        elif name == "group":
            self._once(self._groups, element)
        self._beside[len(self.open)] = []
        check_attributes(element, name, self._setting, self.report)

    def _once(self, taken: dict[str, int], element: Element) -> None:
        """Note an id that stands twice."""
        id = element.attributes.get("id")
        if id is not None and id in taken:
            said = f"a second <{element.tag}> has the id {cited(id)}, after that in line {taken[id]}"
            self.report.add(element, said, "ids must differ")
        elif id is not None:
            taken[id] = element.line

    def whole(self, element: Element) -> None:
        """An element in a file or a group."""
        if self.open[-1].name == "skeleton":
            return
        name = short_name(element)
        if name == "unit":
            self._unit(element)
            return
        self._beside[len(self.open) - 1].append(element)
        self._note_sizes(element, name)
        check_module(element, self._setting, self.report)

    def _note_sizes(self, element: Element, name: str) -> None:
        """What is said of sizes for what comes behind."""
        if name == "slr:profiles":
            general, storage = (
                element.attributes.get(f"{what}Profile", "") for what in ("general", "storage")
            )
            self._setting = self._setting._replace(
                general=general.startswith("xliff:"), storage=storage.startswith("xliff:")
            )
        elif name == "slr:data":
            ids = {child.attributes["id"] for child in inline(element) if "id" in child.attributes}
            self._setting = self._setting._replace(sizes=self._setting.sizes | ids)

    def _unit(self, unit: Element) -> None:
        id = unit.attributes.get("id", "")
        if (key := hash(id)) in self._units and "id" in unit.attributes:
            said = f"a second <{unit.tag}> has the id {cited(id)}, after that in line {self._units[key]}"
            self.report.add(unit, said, "ids must differ")
        self._units.setdefault(key, unit.line)
        kept = self._setting
        for data in unit.all("data"):
            self._note_sizes(data, short_name(data))
        check_module(unit, self._setting, self.report)
        self._setting = kept
        check_unique(_extensions(list(unit.elements())), self.report)
        check_changes(unit, self.report)
        check_unit(unit, self._frame(), self.report)
        for code in (
            code for part in unit.elements() if part.name in ("segment", "ignorable") for code in inline(part)
        ):
            for name in _FLOWS & code.attributes.keys():
                named = filter(KINDS["name"][0], code.attributes[name].split())
                self._flows += [_Flow(code.line, code.column, one) for one in named]

    def _frame(self) -> Frame:
        """What is around the unit."""
        file = next((one.attributes.get("id", "") for one in self.open if one.name == "file"), "")
        inherited = [
            next((one.attributes[name] for one in reversed(self.open) if name in one.attributes), "")
            for name in ("xml:lang", "xml:space")
        ]
        return Frame(file, *self._languages, *inherited)

    def closed(self, element: Element) -> None:
        """A frame ended."""
        name = short_name(element)
        if name == "skeleton":
            self._check_skeleton(element)
        beside = self._beside.pop(len(self.open), [])
        if name in ("file", "group"):
            check_unique(_extensions(beside), self.report)
            element.children = list(beside)
            check_changes(element, self.report)
            element.children = []
        if name == "file":
            for flow in self._flows:
                if hash(flow.unit) not in self._units:
                    self.report.add(
                        flow,
                        f"a part of this text is said to be in unit {cited(flow.unit)}, which is not there",
                    )

    def _check_skeleton(self, element: Element) -> None:
        """A skeleton is there, or says where it is; never both."""
        if self._filled == ("href" in element.attributes):
            has = "content and href" if self._filled else "neither content nor href"
            self.report.add(element, f"<{element.tag}> has {has}", "one of them, never both")


def _extensions(elements: list[Element]) -> list[Element]:
    """The elements of foreign vocabularies among these, with all that is in them."""
    own = [element for element in elements if not short_name(element)]
    return [one for element in own for one in (element, *inline(element))]
