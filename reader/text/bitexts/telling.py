"""Which languages a bitext is in where neither the file nor anybody has said it: by its first segments."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.errors import Fault, InputError
from reader.text.segments import Languages, Segment

_ENOUGH = 10_000  # characters of each side
_MOST = 1_000  # segments that are looked at


def told(
    segments: Iterator[Segment | Fault],
    source: str,
    target: str,
    name: str,
    likely: Sequence[str] = (),
    usual: str = "",
) -> tuple[Languages, Iterator[Segment | Fault]]:
    """The languages of source and target, and all the segments; what is known already is not asked for again.

    `likely` and `usual` are as in `settled`, and so is what is raised.
    """
    if source and target:
        return Languages(source, target), segments
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
    known = settled((sources, targets), (source, target), (name, name), likely, usual)
    return known, chain(seen, segments)


def settled(
    texts: tuple[Sequence[str], Sequence[str]],
    known: tuple[str, str],
    names: tuple[str, str],
    likely: Sequence[str] = (),
    usual: str = "",
) -> Languages:
    """The languages of source and target; what is not known, "", is guessed by their texts.

    `likely` are those that a guess prefers, and `usual` is the source's where the words do not tell it.
    Raises InputError, with the file's name and the option to say it with, where they do not tell the language
    of a side otherwise: without one nothing would be found in it.
    """
    guesses = [tag or _guess(own) for tag, own in zip(known, texts, strict=True)]
    if likely:
        from reader.text.likely_language import likelier

        for at in (1, 0):
            if not known[at]:
                guesses[at] = likelier(guesses[at], texts[at], likely, guesses[1 - at])
    if guesses[0] == "und" and usual:
        guesses[0] = usual
    sides = ("source", "target")
    for tag, own, name, side, option in zip(guesses, texts, names, sides, ("--from", "--to"), strict=True):
        if tag == "und" and own:
            raise InputError(f"{name} does not tell what language its {side} is in: say it with `{option}`.")
    guessed = frozenset(side for side, tag in zip(sides, known, strict=True) if not tag)
    return Languages(guesses[0], guesses[1], guessed)


def _guess(texts: Sequence[str]) -> str:
    from reader.text.language import settled_language

    return settled_language(texts)
