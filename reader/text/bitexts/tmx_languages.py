"""Which two of a translation memory's languages are read, and which of its variants are in them."""

from collections.abc import Iterable
from functools import lru_cache

from reader.errors import InputError
from reader.text.clean import clean_line
from reader.text.quoting import cited
from reader.text.tags import CHINESE_SCRIPTS, hyphenated

ALL = "*all*"  # what TMX says where any language may be the source


@lru_cache
def nearness(tag: str, asked: str) -> int:
    """How well a tag meets one that is asked for: 0 not at all, 3 where both are one."""
    if tag == asked:
        return 3
    own, wanted = _parts(tag), _parts(asked)
    if own == wanted:
        return 3
    if own[: len(wanted)] == wanted:
        return 2
    return int(wanted[: len(own)] == own)


def _parts(tag: str) -> list[str]:
    """The subtags, with the script of a Chinese region: `zh-CN` is `zh-Hans-CN`."""
    parts = hyphenated(tag).lower().split("-")
    if parts[0] == "zh" and len(parts) > 1 and (script := CHINESE_SCRIPTS.get(parts[1])):
        parts.insert(1, script)
    return parts


def settle(
    path: str, source: str, target: str, declared: Iterable[str], present: list[str]
) -> tuple[str, str]:
    """The source and target language; those asked for are empty where they are to be found out.

    `declared` are the srclang of the header and the first units, `present` the languages of their variants.
    Raises InputError where the file leaves more than one answer.
    """
    if not source:
        source = next((tag for tag in declared if tag and tag.lower() != ALL), "")
    if not source and target:
        source = _only([tag for tag in present if not nearness(tag, target)], path, "source", "--from")
    if not source:
        raise InputError(f"{path} does not say what its source language is. Name it with --from.")
    if not target:
        target = _only([tag for tag in present if not nearness(tag, source)], path, "target", "--to")
    return source, target


def _only(tags: list[str], path: str, side: str, option: str) -> str:
    """The one language there is; a tag that narrows down another one (`en-GB` beside `en`) is no other."""
    widest = [tag for tag in tags if not any(other != tag and nearness(tag, other) == 2 for other in tags)]
    if len(widest) == 1:
        return widest[0]
    if not tags:
        raise InputError(f"{path} has units in one language only: there is no {side} to be read.")
    listed = ", ".join(map(clean_line, tags[:8]))
    raise InputError(
        f"{path} has several languages that could be the {side}: {listed}. Name one with {option}."
    )


def absent(path: str, language: str, present: Iterable[str]) -> InputError:
    """The sentence for a file in which a language that is asked for does not occur."""
    listed = ", ".join(map(clean_line, list(present)[:8]))
    return InputError(f"{path} has no units in {cited(language)}: its first ones are in {listed}.")


def chosen(tags: list[str], asked: str) -> list[int]:
    """Which of these tags meet the language that is asked for best: their places."""
    ranks = [nearness(tag, asked) for tag in tags]
    best = max(ranks, default=0)
    return [at for at, rank in enumerate(ranks) if rank == best] if best else []
