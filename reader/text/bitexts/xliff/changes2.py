"""The change tracks of XLIFF 2.x: what they say of must be there, and has what is said to have changed."""

from collections.abc import Iterator

from reader.text.bitexts.xliff.grammar import Report, spec
from reader.text.bitexts.xliff.tables2 import CORE, TABLE
from reader.text.quoting import cited
from reader.text.xml_reader import Element


def check_changes(holder: Element, report: Report) -> None:
    """What the change tracks of a unit speak of, or of a file or group, of which only the notes are known."""
    tracks = list(holder.all("changeTrack"))
    if not tracks:
        return
    below = [one for one in _below(holder) if one.namespace in CORE]
    for revisions in (one for track in tracks for one in track.all("revisions")):
        of, ref = revisions.attributes.get("appliesTo", ""), revisions.attributes.get("ref")
        changed = next((one for one in below if ref is not None and one.attributes.get("id") == ref), None)
        named = [one for one in below if one.name == of and "id" in one.attributes]
        if ref is not None and changed is None and (holder.name == "unit" or of == "note"):
            report.add(
                revisions, f"ref of <{revisions.tag}> is {cited(ref)}, but nothing beside it has that id"
            )
        elif ref is None and len(named) > 1:
            report.add(
                revisions, f"<{revisions.tag}> does not say which <{of}> it is of", "write its id as ref"
            )
        _check_version(revisions, report)
        for revision in revisions.all("revision"):
            _check_items(revision, of, changed, report)


def _below(element: Element) -> Iterator[Element]:
    for child in element.elements():
        yield child
        yield from _below(child)


def _check_version(revisions: Element, report: Report) -> None:
    """The current version is that of one of the revisions."""
    version = revisions.attributes.get("currentVersion")
    if version is not None and all(one.attributes.get("version") != version for one in revisions.elements()):
        said = f"currentVersion of <{revisions.tag}> is {cited(version)}, which no revision is"
        report.add(revisions, said)


def _check_items(revision: Element, of: str, changed: Element | None, report: Report) -> None:
    """What changed is the content, or an attribute that there is; each once in a revision."""
    known = changed.attributes if changed else spec(*TABLE[of]).attributes if of in TABLE else {}
    taken = set()
    for item in revision.all("item"):
        what = item.attributes.get("property", "content")
        if what != "content" and what not in known and ":" not in what:
            said = f"property of <{item.tag}> is {cited(what)}: it must be content or an attribute of <{of}>"
            report.add(item, said)
        elif what in taken:
            report.add(
                item, f"this revision says twice what {cited(what)} was", "one <item> for each property"
            )
        taken.add(what)
