"""The elements of XLIFF 2.0, 2.1 and 2.2 and of its modules, as `grammar` reads them."""

from collections.abc import Mapping

from reader.text.bitexts.xliff.grammar import Table

CORE = ("urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2")
_OASIS = "urn:oasis:names:tc:xliff:"
MODULES: Mapping[str, str] = {
    f"{_OASIS}matches:2.0": "mtc",
    f"{_OASIS}glossary:2.0": "gls",
    f"{_OASIS}fs:2.0": "fs",
    f"{_OASIS}metadata:2.0": "mda",
    f"{_OASIS}resourcedata:2.0": "res",
    f"{_OASIS}changetracking:2.0": "ctr",
    f"{_OASIS}changetracking:2.1": "ctr",
    f"{_OASIS}sizerestriction:2.0": "slr",
    f"{_OASIS}validation:2.0": "val",
    f"{_OASIS}itsm:2.1": "itsm",
    f"{_OASIS}pgs:1.0": "pgs",
    "http://www.w3.org/2005/11/its": "its",
}
PREFIXES = frozenset((*MODULES.values(), "tbx"))
"""What a reference may be to: an id in a module, or in a vocabulary known for it."""

_OTHERS = "other|mtc:matches|gls:glossary|mda:metadata|res:resourceData|ctr:changeTrack|val:validation"
_MORE = f"{_OTHERS}|slr:profiles|slr:data|its:any"
_INLINE = "#cp|ph|pc|sc|ec|mrk|sm|em*"
_CODE = "canCopy?yesno canDelete?yesno canReorder?reorder copyOf?name type?codetype subType?prefixed"
_SPAN = f"{_CODE} canOverlap?yesno dir?direction"
_ONE = "dataRef?name disp?any equiv?any subFlows?names"
_GROUP = "canResegment?yesno translate?yesno srcDir?direction trgDir?direction name?any type?prefixed"
_MARK = "translate?yesno type?marktype ref?any value?any"

TABLE: Table = {
    "xliff": ("version!version2 srcLang!language trgLang?language", "file+"),
    "file": (
        "id!name original?any canResegment?yesno translate?yesno srcDir?direction trgDir?direction",
        f"skeleton? {_MORE}* notes? unit|group+",
    ),
    "skeleton": ("href?any", "any"),
    "group": (f"id!name {_GROUP}", f"{_MORE}* notes? unit|group*"),
    "unit": (f"id!name {_GROUP}", f"{_MORE}* notes? originalData? segment|ignorable+"),
    "segment": ("id?name canResegment?yesno state?state subState?prefixed", "source target?"),
    "ignorable": ("id?name", "source target?"),
    "notes": ("", "note+"),
    "note": ("id?name appliesTo?side category?any priority?priority ref?any", "#"),
    "originalData": ("", "data+"),
    "data": ("id!name dir?direction", "#cp*"),
    "source": ("", _INLINE),
    "target": ("order?positive", _INLINE),
    "cp": ("hex!unfit", ""),
    "ph": (f"id!name {_CODE} {_ONE}", ""),
    "pc": (
        f"id!name {_SPAN} dataRefStart?name dataRefEnd?name dispStart?any dispEnd?any equivStart?any"
        " equivEnd?any subFlowsStart?names subFlowsEnd?names",
        _INLINE,
    ),
    "sc": (f"id!name isolated?yesno {_SPAN} {_ONE}", ""),
    "ec": (f"id?name startRef?name isolated?yesno {_SPAN} {_ONE}", ""),
    "mrk": (f"id!name {_MARK}", _INLINE),
    "sm": (f"id!name {_MARK}", ""),
    "em": ("startRef!name", ""),
    "mtc:matches": ("", "mtc:match+"),
    "mtc:match": (
        "id?name ref!any matchQuality?percent matchSuitability?percent similarity?percent origin?any"
        " reference?yesno type?matchtype subType?prefixed",
        "mda:metadata? originalData? source target other|its:any*",
    ),
    "gls:glossary": ("", "gls:glossEntry+"),
    "gls:glossEntry": (
        "id?name ref?any",
        "gls:term gls:translation* gls:definition? other|mda:metadata|res:resourceData|its:any*",
    ),
    "gls:term": ("source?any", "#"),
    "gls:translation": ("id?name ref?any source?any", "#"),
    "gls:definition": ("source?any", "#"),
    "mda:metadata": ("id?name", "mda:metaGroup+"),
    "mda:metaGroup": ("id?name category?any appliesTo?applies", "mda:metaGroup|mda:meta+"),
    "mda:meta": ("type!any", "#"),
    "res:resourceData": ("id?name", "res:resourceItemRef* res:resourceItem*"),
    "res:resourceItemRef": ("id?name ref!name", ""),
    "res:resourceItem": (
        "id?name mimeType?any context?yesno",
        "notes? res:source? res:target? res:reference*",
    ),
    "res:source": ("href?any", "any"),
    "res:target": ("href?any", "any"),
    "res:reference": ("href!any", ""),
    "ctr:changeTrack": ("", "ctr:revisions+"),
    "ctr:revisions": ("appliesTo!name ref?name currentVersion?name", "ctr:revision+"),
    "ctr:revision": ("author?any datetime?any version?name", "ctr:item+ other*"),
    "ctr:item": ("property!any", "any"),
    "slr:profiles": ("generalProfile?any storageProfile?any", "slr:normalization?"),
    "slr:normalization": ("general?normalization storage?normalization", ""),
    "slr:data": ("profile!any", "any"),
    "val:validation": ("", "val:rule+"),
    "val:rule": (
        "isPresent?any isNotPresent?any startsWith?any endsWith?any occurs?positive existsInSource?yesno"
        " caseSensitive?yesno normalization?normalization disabled?yesno",
        "",
    ),
}

OPEN_TO_OTHERS = frozenset(("xliff", "file", "group", "unit", "note", "mrk", "sm", "skeleton"))
"""The elements of the core that may have attributes of foreign vocabularies."""

_FS = "file group unit note source target sc ec ph pc mrk sm"
_SLR = "file group unit segment ignorable source target sc ec ph pc mrk sm"
_SIZES = "storageRestriction sizeRestriction equivStorage sizeInfo sizeInfoRef"

MODULE_ATTRIBUTES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "fs": (frozenset(("fs", "subFs")), frozenset(_FS.split())),
    "slr": (frozenset(_SIZES.split()), frozenset(_SLR.split())),
    "pgs": (frozenset(("switch", "case")), frozenset(("unit", "segment", "group"))),
}
"""Which attributes of modules the elements of the core may have, and which elements."""
