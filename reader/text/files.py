"""Reading a text and what stands beside it: FILE.txt, its translation FILE.zh.txt, its sidecar FILE.yaml."""

import os
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, Self

from reader.errors import FaultyError, InputError
from reader.folders import shipped
from reader.text.article import BLANKS, About, Article
from reader.text.blocks import Blocks, split_blocks
from reader.text.clean import clean_line
from reader.text.digest import sha256
from reader.text.encoding import decode
from reader.text.sidecar import read_sidecar
from reader.text.tags import primary, tag_of

MAX_BYTES = 64 * 1024 * 1024
PAIRS = (".tmx", ".xlf", ".xliff", ".mqxliff", ".sdlxliff", ".po", ".pot", ".tsv", ".tab", ".csv")
"""The endings of files that hold pairs of source and target."""
_SHIPPED = "seeds/000_87d324de753ab160.txt"
_THREE_LETTERS = ("cmn", "gan", "hak", "hsn", "lzh", "nan", "wuu", "yue")
"""The Chinese languages that have no shorter tag. Nearly every word of three letters is the tag of some
language, but FILE.old.txt and FILE.bak.txt are no translations."""


def read_article(path: Path) -> Article:
    """The text with its translation and sidecar; raises InputError where the text itself cannot be read.

    A file of pairs is a text of its targets. A sidecar with faults, a translation that does not run beside
    the text, or a pair that cannot be read, is told in `Article.warnings`.
    """
    if path.suffix.lower() in PAIRS:
        from reader.text.bitexts.pairs import read_pairs

        return read_pairs(path)
    name = clean_line(str(path))
    data = read_bytes(path)
    blocks = split_blocks(decode(data, name), name)
    warnings: list[str] = []
    about = _within(path, _about(path, warnings), blocks, warnings)
    translations: list[str] = []
    if beside := translation_of(path, about.target_language):
        translation, language = beside
        if not _same(about.target_language, language):
            about = about._replace(target_language=language)
        translations = _translations(translation, blocks, warnings)
    digest = digest_of(data)
    return Article(path, blocks.texts, translations, about, digest, blocks.headline, tuple(warnings))


def read_text_article(name: str, text: str) -> Article:
    """A text that is no file, standard input for one; `name` stands for it. Raises InputError as above."""
    name = clean_line(name)
    blocks = split_blocks(text, name)
    digest = digest_of(text.encode(errors="surrogatepass"))
    return Article(Path(name), blocks.texts, [], About(), digest, blocks.headline)


def shipped_article() -> Article:
    """The article that comes with reader."""
    return read_article(shipped_path())


def shipped_path() -> Path:
    """Where the article that comes with reader lies."""
    return shipped(_SHIPPED)


class OpenFile:
    """A file on its way to be read; its place is its own, even in a process that shares it."""

    def __init__(self, path: Path) -> None:
        """Raises InputError where the file cannot be opened."""
        self._name = clean_line(str(path))
        self._file = _opened(path, self._name)
        self._place = 0 if self._file.seekable() else -1

    def read(self, size: int, /) -> bytes:
        """As many bytes, fewer only at the end; raises InputError where the file cannot be read."""
        if self._file.closed:
            return b""
        try:
            if self._place < 0:
                return self._file.read(size)
            return self._read_here(size)
        except OSError as error:
            raise InputError(f"{self._name} cannot be read: {error.strerror or error}.") from error

    def _read_here(self, size: int) -> bytes:
        found: list[bytes] = []
        while size and (data := os.pread(self._file.fileno(), size, self._place)):
            found.append(data)
            self._place += len(data)
            size -= len(data)
        return found[0] if len(found) == 1 else b"".join(found)

    def close(self) -> None:
        """Nothing is read after that."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_file"):  # it was opened; a reader of it may stop half way
            self._file.close()


def _opened(path: Path, name: str) -> BinaryIO:
    try:
        return path.open("rb")
    except (FileNotFoundError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError(f"There is no file {name}.") from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder. Name a text file in it.") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from error


def read_bytes(path: Path) -> bytes:
    """The file's bytes; never more than the limit are taken in, whatever the path leads to."""
    with OpenFile(path) as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        name = clean_line(str(path))
        raise InputError(f"{name} is larger than {MAX_BYTES >> 20} MiB, the most that is read. Split it.")
    return data


def digest_of(data: bytes) -> str:
    """What a text is known by: the SHA-256 of its file's bytes, hexadecimal."""
    return sha256(data)


def _beside(path: Path, ending: str) -> Path:
    """The sibling that has another ending in place of the path's suffix."""
    return path.with_name(path.name.removesuffix(path.suffix) + ending)


def about_of(path: Path) -> About:
    """What the sidecar says, empty where there is none; raises FaultyError with all its faults."""
    sidecar = _beside(path, ".yaml")
    return read_sidecar(sidecar) if sidecar != path and os.path.exists(sidecar) else About()


def translation_of(path: Path, wanted: str) -> tuple[Path, str] | None:
    """The translation beside a text, in the wanted language where there is one, and its language."""
    language = _translation_language(path, wanted)
    return (_beside(path, f".{language}{_ending(path)}"), language) if language else None


def read_beside(path: Path, wanted: str = "") -> list[Path]:
    """The files that stand beside a text and are read with it: its sidecar, and its translation."""
    about = _about(path, [])
    found = translation_of(path, wanted or about.target_language)
    return [_beside(path, ".yaml"), *([found[0]] if found else [])]


def _about(path: Path, warnings: list[str]) -> About:
    """What the sidecar says; what is wrong with it goes to the warnings."""
    try:
        return about_of(path)
    except FaultyError as error:
        warnings += map(str, error.faults)
        return About()


def _within(path: Path, about: About, blocks: Blocks, warnings: list[str]) -> About:
    """The sidecar without what it says of paragraphs that the text has not."""
    numbers = blocks.numbers
    named = {section.first for section in about.sections}.union(about.notes)
    if about.byline is not None:
        named.add(about.byline)
    strangers = sorted(named.difference(numbers))
    if strangers:
        spoken = ", ".join(map(str, strangers[:5])) + (" …" if len(strangers) > 5 else "")
        has = f"the text has {numbers[0]} to {numbers[-1]}"
        warnings.append(f"{clean_line(_beside(path, '.yaml').name)} speaks of paragraph {spoken}; {has}.")
    return about._replace(
        sections=tuple(section for section in about.sections if section.first in numbers),
        notes={number: notes for number, notes in about.notes.items() if number in numbers},
        byline=about.byline if about.byline in numbers else None,
    )


def _translation_language(path: Path, wanted: str) -> str:
    """The language of the sibling FILE.<language>.txt that is the translation, empty where there is none.

    The sibling ends as the file does; that of a file without a suffix ends in .txt, for else a LICENSE.sh
    would be the translation of LICENSE.
    It is the wanted one, else one like it (`zh` for `zh-Hans`), else Chinese, else the first of the alphabet.
    """
    start, end = path.name.removesuffix(path.suffix) + ".", _ending(path)
    try:
        names = os.listdir(path.parent)
    except OSError:
        return ""
    siblings = (name for name in names if name.startswith(start) and name.endswith(end))
    tags = (name[len(start) : len(name) - len(end)] for name in siblings)
    return min(
        (tag for tag in tags if _is_language(tag, wanted)),
        key=lambda tag: (tag != wanted, not _same(tag, wanted), tag != "zh", tag),
        default="",
    )


def _ending(path: Path) -> str:
    """What the name of a translation ends in."""
    return path.suffix or ".txt"


def named_language(path: Path) -> str:
    """The language that a file's name says: `zh` of a.zh.txt; empty where it says none."""
    tag = Path(path.stem).suffix.removeprefix(".")
    return tag if _is_language(tag, "") else ""


def _is_language(tag: str, wanted: str) -> bool:
    """Whether a part of a file's name is a language tag: one that is wanted, or looks like nothing else."""
    own = tag.partition("-")[0]
    if not own.islower() or tag_of(tag) != tag:
        return False
    return len(own) == 2 or own in _THREE_LETTERS or _same(tag, wanted)


def _same(tag: str, other: str) -> bool:
    """Whether two tags are of one language: `zh-Hans`, `zh-Hant` and `zh` are."""
    return primary(tag) == primary(other)


def _translations(path: Path, blocks: Blocks, warnings: list[str]) -> list[str]:
    """The translation's blocks; where they do not run beside the sources, the warnings say from where on."""
    name = clean_line(str(path))
    try:
        texts = split_blocks(decode(read_bytes(path), name), name).texts
    except InputError as error:
        warnings.append(str(error))
        return []
    if len(texts) != len(blocks.texts):
        counts = f"{name} has {len(texts):,} paragraphs, the text {len(blocks.texts):,}"
        number = blocks.numbers[0] + _parting(blocks.texts, texts)
        warnings.append(f"{counts}: they part at paragraph {number}, if not before.")
    return texts


def _parting(sources: list[str], texts: list[str]) -> int:
    """Where two files that should run side by side part, from 0: the first indent or end only one has."""
    pairs = zip_longest(sources, texts)
    return next(
        place
        for place, (one, other) in enumerate(pairs)
        if one is None or other is None or (one[0] in BLANKS) != (other[0] in BLANKS)
    )
