"""The elements of XLIFF 1.2 (1.0 and 1.1 read alike), as `grammar` reads them.

What its tools write beside the standard is legion: only what must be there is asked for, of attributes that
may be there none but those whose value decides what is read.
"""

from reader.text.bitexts.xliff.grammar import Grammar, Report, Table
from reader.text.bitexts.xliff.watch import Watch
from reader.text.quoting import cited
from reader.text.xml_reader import Element

NAMESPACES = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:1.1", "")
_FRAMES = "xliff file header skl internal-file body group bin-unit bin-source bin-target glossary reference"
FRAMES = frozenset(_FRAMES.split())
_INLINE = "#g|x|bx|ex|bpt|ept|ph|it|sub|mrk|other*"
_CODE = "#sub|other*"
_ABOUT = "context-group|count-group|prop-group|note|other*"
_UNIT = "context-group|count-group|prop-group|note|alt-trans|other*"
_FILE = "internal-file|external-file"

TABLE: Table = {
    "xliff": ("version!version1", "other* file+ other*"),
    "file": (
        "original!any source-language!language target-language?language datatype!any",
        "header? body other*",
    ),
    "header": ("", "skl? phase-group? glossary|reference|count-group|prop-group|note|tool|other*"),
    "skl": ("", _FILE),
    "internal-file": ("", "any"),
    "external-file": ("href!any", ""),
    "glossary": ("", f"#{_FILE}*"),
    "reference": ("", f"#{_FILE}*"),
    "phase-group": ("", "phase+"),
    "phase": ("phase-name!any process-name!any", "note*"),
    "note": ("", "#"),
    "tool": ("tool-id!any tool-name!any", "any"),
    "context-group": ("", "context+"),
    "context": ("context-type!any", "#"),
    "count-group": ("name!any", "count*"),
    "count": ("", "#"),
    "prop-group": ("", "prop*"),
    "prop": ("prop-type!any", "#"),
    "body": ("", "group|trans-unit|bin-unit|other*"),
    "group": (
        "translate?yesno",
        "context-group|count-group|prop-group|note|other|group|trans-unit|bin-unit*",
    ),
    "trans-unit": ("id!any approved?yesno translate?yesno", f"source seg-source? target? {_UNIT}"),
    "source": ("xml:lang?language", _INLINE),
    "seg-source": ("xml:lang?language", _INLINE),
    "target": ("xml:lang?language", _INLINE),
    "alt-trans": ("", f"source? seg-source? target+ {_ABOUT}"),
    "bin-unit": ("id!any mime-type!any", f"bin-source bin-target? trans-unit|{_UNIT}"),
    "bin-source": ("", _FILE),
    "bin-target": ("", _FILE),
    "g": ("id!any", _INLINE),
    "x": ("id!any", ""),
    "bx": ("id!any", ""),
    "ex": ("id!any", ""),
    "bpt": ("id!any", _CODE),
    "ept": ("id!any", _CODE),
    "ph": ("id!any", _CODE),
    "it": ("id!any pos!position", _CODE),
    "sub": ("", _INLINE),
    "mrk": ("mtype!any", _INLINE),
}


def short_name(element: Element) -> str:
    """The name of an element in the table, "" for those of foreign vocabularies."""
    return element.name if element.namespace in NAMESPACES else ""


class Watch1(Watch):
    """Follows a document of XLIFF 1.x."""

    def __init__(self, report: Report) -> None:
        super().__init__(Grammar(TABLE, short_name, report, strict=False))
        self._units: dict[int, int] = {}  # hashes of ids, for there may be millions

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

    def _once(self, unit: Element) -> None:
        """Note an id that stands twice in a file."""
        id = unit.attributes.get("id")
        if id is None:
            return
        if (key := hash(id)) in self._units:
            said = f"a second <{unit.tag}> has the id {cited(id)}, after that in line {self._units[key]}"
            self.report.add(unit, said, "ids must differ")
        self._units.setdefault(key, unit.line)
