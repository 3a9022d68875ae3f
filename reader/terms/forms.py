"""The surface forms of a glossary's terms, and the automaton that finds all of them in one pass."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.terms.concepts import Glossary, Term
from reader.terms.edges import Edges, edges_of
from reader.terms.folding import Folded, fold
from reader.terms.words import in_word, stands_alone
from reader.text.tags import CHINESE_SCRIPTS, primary

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

    from reader.terms.english import FoldedWords

Key = Callable[[str, bool], "Folded | FoldedWords"]

INITIALISM = "initialism"
SHORT_FORMS = ("acronym", "abbreviation", INITIALISM, "shortForm")
_FEW_PATTERNS = 2_000
_HAN = "\u2e80"  # where Chinese begins, with all that folds to it
BETWEEN = b"\0"
"""What stands between two texts that are searched as one; no pattern has it."""
UNCLEAR = b"\1"
"""What stands for what a quick fold cannot fold."""


class Form(NamedTuple):
    """One surface form of a term; or, where it guards, of what the term is not looked for in."""

    order: int  # of its term in the glossary
    concept: str
    term: Term
    surface: str
    guards: bool = False
    derived: bool = False  # not in the glossary, but made from what is
    edges: Edges | None = None  # what its fold passes over at its edges


class Hit(NamedTuple):
    """A form where it stands, in code points of the text."""

    start: int
    end: int
    form: Form


class Facts(NamedTuple):
    """What can be told of patterns without their forms: of each a character, or an id."""

    edges: str
    """Where a word could go on: 1 before it, 2 behind it, 3 on both sides, 0 nowhere. `-` where the pattern
    may stand without its terms, and has to be weighed where it does; the rest is not said of those."""
    concepts: Sequence[Sequence[str]]
    marks: str
    """By status: `q` preferred or unmarked, `s` the same and a short form, `a` admitted, `x` any other; of
    different terms `x` where one is that, else `a`."""
    spellings: Sequence[str]
    """Words in lower case: wherever they stand as words in a text in lower case, the pattern is in that text
    once it is folded. "" where that cannot be told of any. Of an English pattern, the text is in ASCII."""


class Forms:
    """The forms that are compared under one fold."""

    def __init__(
        self, patterns: Sequence[str], at: Sequence[Sequence[Form]], key: Key, facts: Facts | None = None
    ) -> None:
        """`key` folds a text, keeping its case where it is told to; `at` has the forms of each pattern.

        `facts` are those of the same forms, where they are known.
        """
        self.patterns = patterns
        self.at = at
        self.key = key
        self._facts = facts

    @cached_property
    def facts(self) -> Facts:
        """What can be told of the patterns without their forms."""
        if self._facts:
            return self._facts
        guarded = {form.order for group in self.at for form in group if form.guards}
        edges = (
            str(in_word(pattern[0]) + 2 * in_word(pattern[-1])) if _is_plain(group, guarded) else "-"
            for pattern, group in zip(self.patterns, self.at, strict=True)
        )
        concepts = [list(dict.fromkeys(form.concept for form in group)) for group in self.at]
        spellings = [
            _spelling(pattern, group, self.key) for pattern, group in zip(self.patterns, self.at, strict=True)
        ]
        return Facts("".join(edges), concepts, "".join(map(_mark, self.at)), spellings)

    @cached_property
    def never_latin(self) -> bool:
        """Whether every pattern has a common Chinese character, to which no other text folds."""
        return all(any("\u4e00" <= char <= "\u9fff" for char in pattern) for pattern in self.patterns)

    @cached_property
    def automaton(self) -> "BytesAhoCorasick":
        """Finds the patterns in a folded text in UTF-8; behind them, as the last one, `UNCLEAR`."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        patterns = [*(pattern.encode() for pattern in self.patterns), UNCLEAR]
        return BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)

    @cached_property
    def fast_automaton(self) -> "BytesAhoCorasick":
        """The same for long texts: of a few patterns, the kind that is slower to make and faster to use."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        if len(self.patterns) > _FEW_PATTERNS:
            return self.automaton
        patterns = [*(pattern.encode() for pattern in self.patterns), UNCLEAR]
        return BytesAhoCorasick(patterns, implementation=Implementation.DFA)

    def hits(self, text: str) -> Iterator[Hit]:
        """Every form in the text that stands as its term asks for, overlapping ones too."""
        if not self.at or (self.never_latin and max(text, default="") < _HAN):
            return
        folded = self.key(text, False)
        for index, begin, end in self._found(folded.text):
            group = self.at[index]
            alone = stands_alone(folded.text, begin, end)
            if not alone and all(form.term.match.boundary for form in group):
                continue
            place = folded.place(begin, end)
            if place is None:
                continue
            start, stop = place
            for form in group:
                rules = form.term.match
                if (alone or not rules.boundary) and (
                    rules.case == "fold" or self._same_case(form.surface, text[start:stop])
                ):
                    if form.edges is None:
                        yield Hit(start, stop, form)
                    elif wider := form.edges.around(text, start, stop):
                        yield Hit(*wider, form)

    def _found(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Number, begin and end of each pattern in the folded text, in its characters."""
        data = text.encode()
        known = len(self.at)
        found = self.automaton.find_matches_as_indexes(data, overlapping=True)
        places = [each for each in found if each[0] < known]
        return places if text.isascii() else _in_characters(data, places)

    def _same_case(self, surface: str, found: str) -> bool:
        return found == surface or self.key(surface.strip(), True).text == self.key(found, True).text


def _in_characters(data: bytes, places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The same places, by their ends, in characters of what is there in UTF-8."""
    stop = done = 0
    for index, begin, end in places:
        stop += len(data[done:end].decode())
        done = end
        yield index, stop - len(data[begin:end].decode()), stop


def _mark(group: Sequence[Form]) -> str:
    marks = {_mark_of(form.term) for form in group}
    return marks.pop() if len(marks) == 1 else "x" if "x" in marks else "a"


def _mark_of(term: Term) -> str:
    if term.status in ("preferred", ""):
        return "s" if term.type in SHORT_FORMS else "q"
    return "a" if term.status == "admitted" else "x"


def _spelling(pattern: str, group: Sequence[Form], key: Key) -> str:
    if all("\u4e00" <= char <= "\u9fff" for char in pattern):
        return pattern
    if key is fold or not pattern.isascii():
        return ""
    from reader.terms.english import FoldedWords, is_plain

    plain = (form.surface.lower() for form in group if key is FoldedWords and is_plain(form.surface))
    return next(plain, "")


def _is_plain(group: Sequence[Form], guarded: Collection[int]) -> bool:
    """Whether every occurrence as a word of a pattern with these forms is one of all their terms."""
    several = any(form.order != group[0].order for form in group)
    return not any(
        form.term.match.case == "exact"
        or not form.term.match.boundary
        or (form.edges and (several or form.edges.needed))
        or form.guards
        or form.order in guarded
        for form in group
    )


def _grouped(forms: "Iterable[tuple[Form, Folded | FoldedWords]]", key: Key) -> Forms:
    """The forms, each with its folded surface, by what they are looked for as."""
    groups: dict[str, list[Form]] = {}
    for form, folded in forms:
        if pattern := folded.text.strip():
            known = groups.setdefault(pattern, [])
            if not (form.derived and any(other[:2] == form[:2] and not other.guards for other in known)):
                known.append(form._replace(edges=edges_of(form.surface, folded)))
    patterns = sorted(groups)  # by which an automaton is made in two thirds of the time
    return Forms(patterns, [groups[pattern] for pattern in patterns], key)


def forms_of(glossary: Glossary, lang: str) -> Iterator[Form]:
    """The forms of all terms that a text of this language may hold; an initialism has it as its type."""
    from reader.terms.introduced import initialisms
    from reader.terms.surfaces import other_surfaces

    english = primary(lang) == "en"
    order = 0
    for concept in glossary.concepts:
        pos = next((term.pos for term in concept.terms if term.pos), "")
        short = initialisms(concept.terms)
        for term in concept.terms:
            order += 1
            if not serves(term.lang, lang):
                continue
            if term in short:
                term = term._replace(type=INITIALISM)
            for surface in (term.text, *term.match.variants):
                yield Form(order, concept.id, term, surface)
                if english and term.match.inflect and term.match.boundary:
                    for other in other_surfaces(surface, term.pos or (pos if " " in surface else "")):
                        yield Form(order, concept.id, term, other, derived=True)
            for surface in term.match.except_in:
                yield Form(order, concept.id, term, surface, guards=True)


def split_forms(glossary: Glossary, lang: str) -> tuple[Forms, Forms]:
    """The forms to be found as they are written, and those to be found under the fold of their language."""
    key = _key_of(lang)
    written: list[tuple[Form, Folded | FoldedWords]] = []
    free: list[tuple[Form, Folded | FoldedWords]] = []
    for form in forms_of(glossary, lang):
        rules = form.term.match
        folded = key(form.surface, False) if key and rules.inflect and rules.boundary else None
        if folded and folded.text.strip():
            free.append((form, folded))
        elif not form.derived:
            written.append((form, fold(form.surface)))
    return _grouped(written, fold), _grouped(free, key or fold)


def keys_of(lang: str) -> tuple[Key, Key]:
    """What folds a text of this language for the one and for the other of its forms."""
    return fold, _key_of(lang) or fold


def _key_of(lang: str) -> Key | None:
    """What folds a language that has a fold of its own."""
    language = primary(lang)
    if language == "en":
        from reader.terms.english import FoldedWords

        return FoldedWords
    if language == "zh":
        from reader.terms.chinese import fold_chinese

        return fold_chinese
    return None


@cache
def serves(tag: str, lang: str) -> bool:
    """Whether a term with this language tag may stand in a text of this language.

    A tag without a script serves every script of its language but the Latin one: that is a transcription.
    """
    own, own_script = _language_and_script(tag)
    other, other_script = _language_and_script(lang)
    if own != other:
        return False
    return own_script == other_script or (
        "" in (own_script, other_script) and "latn" not in (own_script, other_script)
    )


def _language_and_script(tag: str) -> tuple[str, str]:
    language, *rest = tag.lower().split("-")
    for part in rest:
        if len(part) == 4 and part.isalpha():
            return language, part
        if language == "zh" and part in CHINESE_SCRIPTS:
            return language, CHINESE_SCRIPTS[part]
    return language, ""
