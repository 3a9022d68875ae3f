"""How fast a check is: beside `grep -F` with the same terms, on one core and on two, and in what memory."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from .pairs import Word, concepts, segments
from .process import Ended, ran
from .stage import Bench, Figures, Unmet

SIZE = 20_000_000  # bytes of the table that is checked
FEW, MANY = 500, 100_000  # terms, half of them in each language
_LANGUAGES = ("--from", "zh-Hans", "--to", "en")
_READ = {
    "yaml": "from reader.terms.glossary_yaml import read_glossary as read",
    "tbx": (
        "from reader.terms.exchange.opening import open_glossary\n"
        "from reader.terms.exchange.request import Request\n"
        "def read(path): return open_glossary(Request(path))"
    ),
}
_HEAD = "glossary:\n  version: 1\n  languages: [zh-Hans, en]\nconcepts:\n"
_ENTRY = """\
- id: c{number}
  terms:
  - {{lang: zh-Hans, text: {chinese}, status: preferred}}
  - {{lang: en, text: {english}, status: preferred}}
"""
_TBX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" '
    'xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>a bench</p></sourceDesc>'
    "</fileDesc></tbxHeader><text><body>\n"
)
_TBX_ENTRY = (
    '<conceptEntry id="c{number}"><langSec xml:lang="zh-Hans"><termSec><term>{chinese}</term></termSec>'
    '</langSec><langSec xml:lang="en"><termSec><term>{english}</term></termSec></langSec></conceptEntry>\n'
)
_TMX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" '
    'creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-Hans" '
    'datatype="plaintext"/><body>\n'
)
_TMX_UNIT = """\
<tu>
<tuv xml:lang="zh-Hans"><seg>{chinese}</seg></tuv>
<tuv xml:lang="en"><seg>{english}</seg></tuv>
</tu>
"""


def check(bench: Bench, figures: Figures, number: int) -> None:
    """A table of 20 MB against few and many terms, beside grep; against few on two cores as well."""
    table = _made(bench.folder / "pairs.tsv", "", "{chinese}\t{english}\n", "", segments(SIZE))
    for count in (FEW, MANY):
        glossary = _yaml(bench, count)
        terms = _made(
            bench.folder / f"terms{count}.txt", "", "{chinese}\n{english}\n", "", concepts(count // 2)
        )
        grep = ran(("env", "LC_ALL=C", "grep", "-Fo", "-f", str(terms), str(table)), bench.folder, False)
        _kept(figures, f"check_{count}.grep", grep)
        jobs = (1, 2) if count == FEW else (1,)
        for many in jobs:
            name = f"check_{count}.reader" if many == 1 else f"check_{count}.jobs_{many}"
            _kept(figures, name, _checked(bench, table, glossary, many))


def check_article(bench: Bench, figures: Figures, number: int) -> None:
    """The shipped article as JSON, a whole process, against an interpreter that does nothing."""
    for _ in range(5):
        nothing = ran((sys.executable, "-c", "pass"), bench.folder / "check", False)
        _kept(figures, "check_article.python", nothing)
        ended = ran((*bench.reader, "check", "--format", "json"), bench.folder / "check", False)
        _kept(figures, "check_article.reader", _sound(ended, "check --format json"))


def check_tmx(bench: Bench, figures: Figures, number: int) -> None:
    """The largest memory of a check of a large TMX."""
    size = bench.tmx * 1_000_000
    path = _made(bench.folder / "pairs.tmx", _TMX_HEAD, _TMX_UNIT, "</body></tmx>\n", _filling(size))
    ended = _checked(bench, path, _yaml(bench, FEW), 1)
    _kept(figures, "check_tmx.reader", ended)
    figures.plain("check_tmx.reader.mb", ended.peak / 1e6)


def glossary(bench: Bench, figures: Figures, number: int) -> None:
    """A termbase of 100,000 terms read afresh, as YAML and as TBX."""
    files = {
        "yaml": _yaml(bench, MANY),
        "tbx": _made(
            bench.folder / "terms.tbx", _TBX_HEAD, _TBX_ENTRY, "</body></text></tbx>\n", concepts(MANY // 2)
        ),
    }
    for name, path in files.items():
        test = f"assert len(read(Path({str(path)!r})).concepts) == {MANY // 2}"
        program = f"{_READ[name]}\nfrom pathlib import Path\n{test}"
        ended = ran((sys.executable, "-c", program), bench.folder / "glossary", False)
        if ended.status:
            raise Unmet(f"{path.name} was not read: {ended.output[-600:]}")
        _kept(figures, f"glossary.{name}", ended)
        figures.plain(f"glossary.{name}.mb", ended.peak / 1e6)


def _checked(bench: Bench, path: Path, termbase: Path, jobs: int) -> Ended:
    words = ("check", str(path), "--glossary", str(termbase), "--format", "jsonl", "--jobs", str(jobs))
    return _sound(ran((*bench.reader, *words, *_LANGUAGES), bench.folder / "check", False), " ".join(words))


def _sound(ended: Ended, what: str) -> Ended:
    """What a check ended with; raises Unmet where it was none: it finds something, and ends with 1."""
    if ended.status != 1 or not ended.output.startswith("{"):
        raise Unmet(f"{what} ended with {ended.status}: {ended.output[-600:]}")
    return ended


def _kept(figures: Figures, name: str, ended: Ended) -> None:
    figures.plain(f"{name}.ms", ended.wall * 1000)
    figures.plain(f"{name}.cpu_ms", ended.cpu * 1000)


def _yaml(bench: Bench, count: int) -> Path:
    return _made(bench.folder / f"terms{count}.yaml", _HEAD, _ENTRY, "", concepts(count // 2))


def _filling(size: int) -> Iterator[Word]:
    """So many bytes of segments: the same 20 MB over and over."""
    known = list(segments(min(size, SIZE)))
    while size > 0:
        yield from known
        size -= SIZE


def _made(path: Path, head: str, form: str, tail: str, words: Iterable[Word]) -> Path:
    """A file of these words, each in this form; made where it is not there yet."""
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(head)
            for number, word in enumerate(words):
                file.write(form.format(number=number, chinese=word.chinese, english=word.english))
            file.write(tail)
    return path
