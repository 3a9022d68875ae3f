"""Which languages a bitext is in where neither the file nor anybody has said it: by its first segments."""

from collections.abc import Iterable, Iterator
from itertools import chain

from reader.errors import Fault, InputError
from reader.text.segments import Segment

_ENOUGH = 10_000  # characters of each side
_MOST = 1_000  # segments that are looked at


def told(
    segments: Iterator[Segment | Fault], source: str, target: str, name: str, usual: str = ""
) -> tuple[str, str, Iterator[Segment | Fault]]:
    """The languages of source and target, and all the segments; what is known already is not asked for again.

    `usual` is the source's where the words do not tell it. Raises InputError where they do not tell the
    language of a side otherwise: without one nothing would be found in it.
    """
    if source and target:
        return source, target, segments
    seen: list[Segment | Fault] = []
    sources: list[str] = []
    targets: list[str] = []
    size = 0
    for one in segments:
        seen.append(one)
        if isinstance(one, Segment) and one.source:
            sources.append(one.source.text)
            targets.append(one.target.text)
            size += min(len(one.source.text), len(one.target.text))
        if size >= _ENOUGH or len(seen) >= _MOST:
            break
    source = source or settled(sources, name, "source", "--from", usual)
    target = target or settled(targets, name, "target", "--to")
    return source, target, chain(seen, segments)


def settled(texts: Iterable[str], name: str, side: str, option: str, usual: str = "") -> str:
    """The language that these texts are in; raises InputError, naming the option, where nothing tells it."""
    from reader.text.language import settled_language

    texts = list(texts)
    tag = settled_language(texts)
    if tag == "und" and usual:
        return usual
    if tag == "und" and texts:
        raise InputError(f"{name} does not tell what language its {side} is in: say it with `{option}`.")
    return tag
