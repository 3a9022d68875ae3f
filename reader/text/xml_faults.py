"""What an XML parser objects to, as a sentence in reader's own words with what to do about it."""

import re
from xml.parsers.expat import errors

from reader.errors import Fault
from reader.text.clean import clean_line
from reader.text.excerpts import excerpt
from reader.text.quoting import cited

_NAME = re.compile(r"[^\s<>/=&;'\"]{1,60}")
_HTML = frozenset(("nbsp", "copy", "reg", "trade", "mdash", "ndash", "hellip", "eacute", "deg", "times"))


def code(message: str) -> int:
    """The number of one of expat's errors."""
    return errors.codes[message]


END_OF_TAG = code(errors.XML_ERROR_TAG_MISMATCH)
_SENTENCES: dict[int, tuple[str, str]] = {
    code(errors.XML_ERROR_SYNTAX): ("this is no XML", "is it another kind of file?"),
    code(errors.XML_ERROR_NO_ELEMENTS): ("the file ends before it has an element", "is it complete?"),
    code(errors.XML_ERROR_UNCLOSED_TOKEN): (
        "what begins here is never closed",
        "the file may have been cut off: fetch it again",
    ),
    code(errors.XML_ERROR_PARTIAL_CHAR): (
        "the file ends within a character",
        "it may have been cut off: fetch it again",
    ),
    code(errors.XML_ERROR_DUPLICATE_ATTRIBUTE): ("the same attribute stands twice in a tag", "remove one"),
    code(errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT): (
        "something stands behind the end of the document",
        "a file has one outermost element: remove the rest",
    ),
    code(errors.XML_ERROR_BAD_CHAR_REF): ("this number stands for no character of XML", "remove it"),
    code(errors.XML_ERROR_UNCLOSED_CDATA_SECTION): ("a CDATA section is never closed", "end it with ]]>"),
    code(errors.XML_ERROR_MISPLACED_XML_PI): (
        "the XML declaration does not stand at the very beginning",
        "remove what stands before <?xml",
    ),
    code(errors.XML_ERROR_UNBOUND_PREFIX): (
        "a prefix is used that no namespace is declared for",
        "declare it with xmlns:… in this tag or one around it",
    ),
    code(errors.XML_ERROR_XML_DECL): ("the XML declaration is malformed", 'write <?xml version="1.0"?>'),
    code(errors.XML_ERROR_RESERVED_PREFIX_XML): ("the prefix xml is bound to another namespace", "rename it"),
    code(errors.XML_ERROR_RESERVED_PREFIX_XMLNS): ("the prefix xmlns cannot be declared", "rename it"),
    code(errors.XML_ERROR_RESERVED_NAMESPACE_URI): (
        "a namespace that XML keeps for itself is declared here",
        "remove the declaration",
    ),
    code(errors.XML_ERROR_UNDECLARING_PREFIX): (
        "a prefix is declared for no namespace",
        "give it an address, or remove the declaration",
    ),
    code(errors.XML_ERROR_INCOMPLETE_PE): ("the DOCTYPE is not complete", "remove it: nothing of it is used"),
}
_OTHERS = ("this is no well-formed XML", "correct this place, or write the file anew with its tool")


def worded(number: int, before: str, here: str, opened: str) -> tuple[str, str]:
    """Sentence and hint for an error of expat; `before` and `here` are the text on either side of it.

    `opened` names the element that is open, and where it begins.
    """
    if number == code(errors.XML_ERROR_INVALID_TOKEN):
        if not opened and "<" not in before and here[:1] not in ("\0", "<", ""):
            return _SENTENCES[code(errors.XML_ERROR_SYNTAX)]
        return _token(before[-1:], here[:1])
    if number == END_OF_TAG:
        found = _NAME.match(here[:80].removeprefix("</"))
        end = f"the end of <{clean_line(found[0])}>" if found else "an end tag"
        return f"{end} stands where {opened} is still open", "close what was opened last first"
    if number == code(errors.XML_ERROR_UNDEFINED_ENTITY):
        return _undefined(here)
    if number == code(errors.XML_ERROR_NO_ELEMENTS) and opened:
        return f"the file ends while {opened} is open", "it may have been cut off: fetch it again"
    return _SENTENCES.get(number, _OTHERS)


def _undefined(here: str) -> tuple[str, str]:
    """Sentence and hint for an entity that XML does not know; it stands at the beginning or soon after."""
    found = re.search(r"&(?!(?:amp|lt|gt|quot|apos);)([^\s<>/=&;'\"#]{1,60});", here)
    name = clean_line(found[1]) if found else ""
    of = " of HTML's" if name in _HTML else ""
    return (
        f"the entity &{name};{of} is not defined" if name else "an entity is not defined",
        "write the character itself, or its number as in &#160;",
    )


def _token(before: str, char: str) -> tuple[str, str]:
    """What is wrong with a character that cannot stand where it does."""
    if char == "\0":
        return "here is a NUL byte: this is no text, or not in the encoding it is read in", "see --encoding"
    if before == "&":
        return "the sign & stands alone", "write &amp; for it"
    if char == "<":
        return "a tag begins within another one", "close that, or write &lt; for the sign <"
    if char and (char < " " or char in "\ufffe\uffff"):
        return f"the character U+{ord(char):04X} has no place in XML", "remove it"
    if not char:
        return "a tag, an entity or a comment is malformed", "write &amp; for the sign &, &lt; for the sign <"
    return (
        f"the character {cited(char)} cannot stand here",
        "write &amp; for the sign & and &lt; for the sign <, and quote the values of attributes",
    )


def fault(path: str, place: tuple[int, int], said: tuple[str, str], context: str = "", at: int = -1) -> Fault:
    """The fault of these words at this line and column, with the line as far as it is in the context."""
    line, column = place
    if at < 0 or not context:
        return Fault(path, line, column, said[0], hint=said[1])
    start = max(context.rfind("\n", 0, at), context.rfind("\r", 0, at)) + 1
    ends = (end for end in (context.find("\n", at), context.find("\r", at)) if end >= 0)
    end = min(ends, default=len(context))
    shown, caret = excerpt(context[start:end], at - start + 1)
    return Fault(path, line, column, said[0], shown, said[1], caret)
