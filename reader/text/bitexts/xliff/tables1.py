"""The elements of XLIFF 1.2 (1.0 and 1.1 read alike), as `grammar` reads them.

What its tools write beside the standard is legion, attributes without a namespace among it: only what must be
there is asked for, and of values only those that decide what is read.
"""

from reader.text.bitexts.xliff.grammar import Table
from reader.text.xml_reader import Element

NAMESPACES = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:1.1", "")
_FRAMES = "xliff file header skl internal-file body group bin-unit bin-source bin-target glossary reference"
FRAMES = frozenset(_FRAMES.split())
_INLINE = "#g|x|bx|ex|bpt|ept|ph|it|sub|mrk|other*"
_CODE = "#sub|other*"
_ABOUT = "context-group|count-group|prop-group|note|other*"
_UNIT = "context-group|count-group|prop-group|note|alt-trans|other*"
_FILE = "internal-file|external-file"


def _may(names: str) -> str:
    """The attributes of these names, which may be there and may say anything."""
    return " ".join(f"{name}?any" for name in names.split())


_LOCALE = "xml:lang?locale"
_LOOK = _may("coord font css-style style exstyle")
_MENU = _may("restype resname extradata extype help-id menu menu-option menu-name")
_SIZE = _may("size-unit maxwidth minwidth maxheight minheight maxbytes minbytes charclass")
_UNIT_MAY = f"approved?yesno translate?yesno {_may('reformat phase-name ts')}"
_CODE_MAY = _may("xid equiv-text ctype clone crc ts")

TABLE: Table = {
    "xliff": ("version!version1", "other* file+ other*"),
    "file": (
        "original!any source-language!locale target-language?locale datatype!any "
        + _may("tool tool-id date category product-name product-version build-num ts"),
        "header? body other*",
    ),
    "header": ("", "skl? phase-group? glossary|reference|count-group|prop-group|note|tool|other*"),
    "skl": ("", _FILE),
    "internal-file": (_may("form crc"), "any"),
    "external-file": (f"href!any {_may('crc uid')}", ""),
    "glossary": ("", f"#{_FILE}*"),
    "reference": ("", f"#{_FILE}*"),
    "phase-group": ("", "phase+"),
    "phase": (
        "phase-name!any process-name!any "
        + _may("company-name tool tool-id date job-id contact-name contact-email contact-phone"),
        "note*",
    ),
    "note": (_may("priority from annotates"), "#"),
    "tool": (f"tool-id!any tool-name!any {_may('tool-version tool-company')}", "any"),
    "context-group": (_may("name crc purpose"), "context+"),
    "context": (f"context-type!any {_may('match-mandatory crc')}", "#"),
    "count-group": ("name!any", "count*"),
    "count": (_may("count-type phase-name unit"), "#"),
    "prop-group": (_may("name"), "prop*"),
    "prop": (f"prop-type!any {_may('lang')}", "#"),
    "body": ("", "group|trans-unit|bin-unit|other*"),
    "group": (
        f"translate?yesno {_may('id datatype reformat merged-trans ts')} {_MENU} {_LOOK} {_SIZE}",
        "context-group|count-group|prop-group|note|other|group|trans-unit|bin-unit*",
    ),
    "trans-unit": (
        f"id!any {_UNIT_MAY} {_may('datatype merged-trans')} {_MENU} {_LOOK} {_SIZE}",
        f"source seg-source? target? {_UNIT}",
    ),
    "source": (f"{_LOCALE} {_may('ts')}", _INLINE),
    "seg-source": (f"{_LOCALE} {_may('ts')}", _INLINE),
    "target": (
        f"{_LOCALE} {_may('state state-qualifier phase-name resname equiv-trans ts')} {_LOOK}",
        _INLINE,
    ),
    "alt-trans": (
        _may("match-quality tool tool-id crc origin datatype mid phase-name alttranstype ts")
        + f" {_MENU} {_LOOK}",
        f"source? seg-source? target+ {_ABOUT}",
    ),
    "bin-unit": (
        f"id!any mime-type!any {_UNIT_MAY} {_may('restype resname')}",
        f"bin-source bin-target? trans-unit|{_UNIT}",
    ),
    "bin-source": (_may("ts"), _FILE),
    "bin-target": (_may("mime-type state state-qualifier phase-name restype resname ts"), _FILE),
    "g": (f"id!any {_CODE_MAY}", _INLINE),
    "x": (f"id!any {_CODE_MAY}", ""),
    "bx": (f"id!any rid?any {_CODE_MAY}", ""),
    "ex": (f"id!any rid?any {_CODE_MAY}", ""),
    "bpt": (f"id!any rid?any {_CODE_MAY}", _CODE),
    "ept": (f"id!any rid?any {_CODE_MAY}", _CODE),
    "ph": (f"id!any assoc?any {_CODE_MAY}", _CODE),
    "it": (f"id!any pos!position rid?any {_CODE_MAY}", _CODE),
    "sub": (_may("datatype ctype xid"), _INLINE),
    "mrk": (f"mtype!any {_may('mid comment ts')}", _INLINE),
}


def short_name(element: Element) -> str:
    """The name of an element in the table, "" for those of foreign vocabularies."""
    return element.name if element.namespace in NAMESPACES else ""
