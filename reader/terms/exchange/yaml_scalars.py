"""One text as a YAML scalar: plain where YAML reads it back as that very text, else quoted or folded."""

import re
from functools import cache, lru_cache

WIDTH = 106  # columns, in code points
_SAFE = re.compile(r"[^\W\d_][\w ()/.’–—\-、。，！？：；（）《》“”%+]*")
"""What is plain in any place, but for the words below: the quick way for nearly every text."""
_WORDS = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null"))
_OCTAL = re.compile(r"0o[0-7]+")  # YAML 1.2; what 1.1 takes for no text, PyYAML knows
_STARTS = frozenset(",[]{}#&*!|>'\"%@`")
_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    "\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]"
)
"""What is written as an escape: nobody would see it."""
_BREAKS = re.compile(r"(?<=[^\s]) (?=[^\s])")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


@lru_cache(4096)
def flow_scalar(text: str) -> str:
    """The text as a scalar of one line that may stand anywhere, between brackets too."""
    if _SAFE.fullmatch(text) and text[-1] not in " :" and text.lower() not in _WORDS:
        return text
    if _is_plain(text) and text[0] != ":" and not any(char in ",?[]{}" for char in text):
        return text
    return _quoted(text)


def block_scalar(text: str, indent: int, used: int) -> str:
    """The text as a scalar outside brackets; lines that follow the first are indented by `indent`.

    `used` is how many columns of the first line are taken.
    """
    if "\n" in text:
        return _literal(text, indent) if not _UNUSUAL.search(text) else _quoted(text)
    short = text if _is_plain(text) else _quoted(text)
    if used + len(short) <= WIDTH or _UNUSUAL.search(text):
        return short
    folded = _folded(text, WIDTH - indent)
    return "\n".join([">-", *(" " * indent + line for line in folded)]) if len(folded) > 1 else short


def _is_plain(text: str) -> bool:
    """Whether the text without quotes is itself in a block."""
    if not text or text != text.strip() or _UNUSUAL.search(text) or "\n" in text:
        return False
    if text[0] in _STARTS or (text[0] in "-?:" and (len(text) == 1 or text[1] in " ,[]{}")):
        return False
    if ": " in text or " #" in text or text[-1] == ":" or text.startswith(("---", "...")):
        return False
    if text.lower() in _WORDS or _OCTAL.fullmatch(text):
        return False
    return not any(pattern.match(text) for _, pattern in _resolvers().get(text[0], ()))


@cache
def _resolvers() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """By first character, what a plain scalar is taken for that is no text: numbers, dates, yes and no."""
    from yaml.resolver import Resolver

    return dict(Resolver.yaml_implicit_resolvers)


def _quoted(text: str) -> str:
    """The text between quotation marks: double ones, unless single ones spare an escape."""
    if _UNUSUAL.search(text) or "\n" in text:
        return '"' + _UNUSUAL.sub(_escape, text.translate(_ESCAPES)) + '"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _literal(text: str, indent: int) -> str:
    """The text line by line; its first line begins with no blank, as no text in a glossary does."""
    if text != text.strip():
        return _quoted(text)
    margin = " " * indent
    return "\n".join(["|-", *(margin + line if line else "" for line in text.split("\n"))])


def _folded(text: str, width: int) -> list[str]:
    """The lines of a text that is folded at single blanks; a longer word has a line of its own."""
    lines = []
    line = ""
    for word in _BREAKS.split(text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
