"""Checks a document of XLIFF 1.x as it streams by."""

from reader.text.bitexts.xliff.codes1 import check_pairs
from reader.text.bitexts.xliff.grammar import Grammar, Report
from reader.text.bitexts.xliff.tables1 import TABLE, short_name
from reader.text.bitexts.xliff.values import KINDS
from reader.text.bitexts.xliff.watch import Watch
from reader.text.quoting import cited
from reader.text.xml_reader import Element


class Watch1(Watch):
    """Follows a document of XLIFF 1.x."""

    def __init__(self, report: Report) -> None:
        super().__init__(Grammar(TABLE, short_name, report, strict=False))
        self._units: dict[int, int] = {}  # hashes of ids, for there may be millions
        self._states = KINDS["state1"]

    def opened(self, element: Element) -> None:
        """A frame begins."""
        if element.name == "file":
            self._units = {}
        elif element.name == "bin-unit":
            self._once(element)

    def whole(self, element: Element) -> None:
        """An element in a frame."""
        if element.name == "trans-unit":
            self._once(element)
            for side in element.elements():
                if side.name in ("source", "seg-source", "target"):
                    check_pairs(side, self.report)
                if side.name == "target":
                    self._check_state(side)

    def _check_state(self, target: Element) -> None:
        """The state of a target is one of the list, or a tool's own; nothing is asked of version 1.0."""
        state = target.attributes.get("state", "")
        check, said = self._states
        if state and not check(state) and self.open[0].attributes.get("version") != "1.0":
            self.report.add(target, f"state of <{target.tag}> is {cited(state)}: it must be {said}")

    def _once(self, unit: Element) -> None:
        """Note an id that stands twice in a file."""
        id = unit.attributes.get("id")
        if id is None:
            return
        if (key := hash(id)) in self._units:
            said = f"a second <{unit.tag}> has the id {cited(id)}, after that in line {self._units[key]}"
            self.report.add(unit, said, "ids must differ")
        self._units.setdefault(key, unit.line)
