"""What language each column of a termbase table is in: the one said, else that of its cells or neighbours."""

from collections.abc import Iterable, Mapping, Sequence

from reader.terms.exchange.columns import OF_A_TERM, SOURCE, TARGET, TERM, Column, spelled
from reader.terms.exchange.delimited import Cell, Row
from reader.terms.exchange.narration import Tell
from reader.terms.exchange.table_rows import NO, YES
from reader.text.language import quick_guess, settled_language
from reader.text.quoting import cited
from reader.text.scripts import count_letters
from reader.text.tags import primary
from reader.text.yaml_walker import Walker

_FEW_LETTERS = 400
_OF_THE_LEFT = OF_A_TERM | {"term note", "definition"}
_OF_TERMS = frozenset(("synonym", "forbidden"))


class Languages:
    """A table whose columns need languages; what stays unclear is a fault of the walker."""

    def __init__(self, walker: Walker, sample: Sequence[Row], said: Mapping[str, str], tell: Tell) -> None:
        """`sample` are rows without the one of names; `said` has the languages of SOURCE and TARGET."""
        self._walker = walker
        self._sample = sample
        self._said = said
        self._tell = tell

    def settled(self, columns: Sequence[Column], head: Row) -> list[Column]:
        """The columns, each that needs a language with one; `head` are their names, where they have any."""
        per_row = any(column.role == "lang" for column in columns)
        settled = []
        for at, column in enumerate(columns):
            lang = column.lang
            if not lang and column.role in (SOURCE, TARGET, TERM) and not (per_row and column.role == TERM):
                lang = self._of_cells(at, column.role)
            role = TERM if column.role in (SOURCE, TARGET) else column.role
            settled.append(Column(role, lang, column.name))
        for at, column in enumerate(settled):
            if not column.lang and column.role in _OF_THE_LEFT:
                settled[at] = column._replace(lang=self._left(settled, at))
        for at, column in enumerate(settled):
            if not column.lang and column.role in _OF_TERMS:
                settled[at] = column._replace(lang=self._beside(settled, at, head))
        return settled

    def _cells(self, at: int) -> list[Cell]:
        return [row[at] for row in self._sample if at < len(row) and row[at].text]

    def _of_cells(self, at: int, role: str) -> str:
        """The language that is said of a column, else the one its cells are in."""
        cells = self._cells(at)
        lang = self._said.get(role, "") or _spoken(cells)
        if lang == "und" and cells:
            hint = "say it: --from and --to, or --columns with the tags of the languages"
            message = "the language of this column is unclear"
            self._walker.fault_at(cells[0].line, cells[0].column, message, hint)
        return lang

    def _left(self, columns: Sequence[Column], at: int) -> str:
        """The language of the nearest terms on the left; of pinyin Chinese, of a definition its own."""
        role = columns[at].role
        terms = [(place, other.lang) for place, other in enumerate(columns) if other.role == TERM]
        if role == "definition":
            lang = primary(_spoken(self._cells(at)))
            terms = [term for term in terms if primary(term[1]) == lang] or [(0, lang)]
        elif role == "pinyin":
            terms = [term for term in terms if primary(term[1]) == "zh"] or terms
        before = [lang for place, lang in terms if place < at]
        return before[-1] if before else terms[0][1]

    def _beside(self, columns: Sequence[Column], at: int, head: Row) -> str:
        """The language of synonyms or of what is forbidden: that of the terms in whose script they are.

        Where that is several, it is the target language for a column behind all terms, and the language of
        the terms beside it for one among them, and in a table of two languages.
        """
        terms = {place: other.lang for place, other in enumerate(columns) if other.role == TERM}
        left = [lang for place, lang in terms.items() if place < at]
        beside = left[-1] if left else next(iter(terms.values()))
        every = list(dict.fromkeys(terms.values()))
        alike = self._alike(terms, at) or every
        aimed = [lang for lang in alike if primary(lang) == primary(self._said[TARGET])]
        among = 0 < len(left) < len(terms)
        if len(alike) == 1:
            if alike[0] != beside:
                said = f"--columns {_said(columns, at, beside)} says that it is in {beside}"
                name = cited(columns[at].name)
                self._tell(f"{self._walker.path}: the column {name} is taken for one in {alike[0]}; {said}.")
            return alike[0]
        if len(aimed) == 1 and not among:
            return aimed[0]
        if beside not in alike or not (among or len(every) == 2):
            cell = head[at] if at < len(head) else next(iter(self._cells(at)), Cell("", 0, 0))
            message = f"nothing tells whether this column is in {' or '.join(alike)}"
            hint = f"say it, as in --columns {_said(columns, at, beside)}"
            self._walker.fault_at(cell.line, cell.column, message, hint)
        return beside

    def _alike(self, terms: Mapping[int, str], at: int) -> list[str]:
        """The languages of the terms that are in the script of a column."""
        script = self._script(at, YES | NO)
        alike = (lang for place, lang in terms.items() if script and self._script(place) == script)
        return list(dict.fromkeys(alike))

    def _script(self, at: int, signs: frozenset[str] = frozenset()) -> str:
        """The script of most letters of a column, signs aside: `cjk`, `latin` …; "" where it has none."""
        texts = (cell.text for cell in self._cells(at) if cell.text.casefold() not in signs)
        letters = count_letters("\n".join(texts))
        if letters.cjk_share >= 0.5:
            return "cjk"
        rest = {name: getattr(letters, name) for name in ("latin", "cyrillic", "other")}
        return max(rest, key=rest.__getitem__) if any(rest.values()) else ""


def _said(columns: Sequence[Column], at: int, lang: str) -> str:
    """The columns for `--columns`, with this language for the one there and all such that are left."""
    own = (place == at or (each.role in _OF_TERMS and not each.lang) for place, each in enumerate(columns))
    pairs = zip(columns, own, strict=True)
    return spelled([each._replace(lang=lang) if is_so else each for each, is_so in pairs])


def _spoken(cells: Iterable[Cell]) -> str:
    """The language of a column; a few terms in Latin letters, which look like any, are taken for English."""
    text = "\n".join(cell.text for cell in cells if cell.text)
    quick = quick_guess(text)
    few = quick == "en" and len(text) < _FEW_LETTERS
    return quick if few else settled_language([text], quick)
