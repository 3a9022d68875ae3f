"""Which columns of a table hold source and target, and in what language: by its header, or in order."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.errors import InputError
from reader.text.bitexts.request import Request
from reader.text.tags import primary, tag_of

_ROLES = {
    "source": "source; source text; original; src; 原文; 源语; 源文; 源语言; 來源; 原語",
    "target": "target; target text; translation; tgt; trg; 译文; 譯文; 目标; 目标语; 目标语言; 目標語言",
    "id": "id; key; no; no.; nr; number; segment; 编号; 編號; 序号; 序號",
    "note": "note; notes; comment; comments; remark; remarks; context; 备注; 備註; 注释; 註釋; 说明",
}
_LANGUAGES = {
    "zh-Hans": "simplified chinese; chinese (simplified); 简体; 简体中文; 中文（简体）; 中文(简体)",
    "zh-Hant": "traditional chinese; chinese (traditional); 繁體; 繁體中文; 繁体中文; 中文（繁體）",
    "zh": "chinese; 中文; 汉语; 漢語; 华语",
    "en": "english; 英文; 英语; 英語",
    "ja": "japanese; 日文; 日语; 日語; 日本語",
    "ko": "korean; 韩文; 韩语; 韓語; 한국어",
    "de": "german; deutsch; 德文; 德语",
    "fr": "french; français; 法文; 法语",
    "es": "spanish; español; 西班牙文; 西班牙语",
    "it": "italian; italiano",
    "pt": "portuguese; português",
    "ru": "russian; русский; 俄文; 俄语",
}
_BARE = (
    "ar; bg; cs; da; de; el; en; es; et; fi; fr; he; hi; hr; hu; it; ja; ko; lt; lv; nb; nl; pl; pt; ro; ru; "
    "sk; sl; sr; sv; th; tr; uk; vi; zh"
)
"""The tags that are one without a region or script beside them; other short words are words."""


class Columns(NamedTuple):
    """Where a table holds what; columns count from 0."""

    source: int = 0
    target: int = 1
    id: int = -1  # -1: rows are called by their line
    notes: tuple[int, ...] = ()
    rest: int = 2  # from this column on, everything else is a note too; of a table without a header

    @property
    def plain(self) -> bool:
        """Whether a row of two cells is source and target."""
        return (self.source, self.target, self.id) == (0, 1, -1)

    @property
    def least(self) -> int:
        """How many cells a row must have."""
        return max(self.source, self.target) + 1


class Header(NamedTuple):
    """What a table's first row says; a language that it does not say is empty."""

    columns: Columns
    source_language: str
    target_language: str


def read_header(cells: Sequence[str], request: Request, name: str) -> Header | None:
    """What the first row says; None where it is no header but the first pair.

    It is one where it names a source and a target, or two languages. Raises InputError where it names several
    languages of which the request does not choose, or does not name one that the request asks for.
    """
    said = [_said(cell) for cell in cells]
    roles = {role: said.index(role) for role in _ROLES if role in said}
    tongues = {at: _language(cell) for at, cell in enumerate(cells) if not said[at] and _language(cell)}
    sides = len(set(tongues.values())) + ("source" in roles) + ("target" in roles)
    if sides < 2:
        return None
    if "source" not in roles or "target" not in roles:
        _choose(roles, tongues, request, name)
    columns = Columns(
        roles["source"],
        roles["target"],
        roles.get("id", -1),
        tuple(at for at, role in enumerate(said) if role == "note"),
        len(cells),
    )
    return Header(columns, tongues.get(columns.source, ""), tongues.get(columns.target, ""))


def _choose(roles: dict[str, int], tongues: dict[int, str], request: Request, name: str) -> None:
    """Put the columns of source and target among the roles: those of the wanted languages, else in order."""
    wanted = {"source": request.source_language, "target": request.target_language}
    sides = [side for side in ("source", "target") if side not in roles]
    for side in sorted(sides, key=lambda side: not wanted[side]):
        free = [at for at in tongues if at not in roles.values()]
        if wanted[side]:
            free = sorted(
                (at for at in free if primary(tongues[at]) == primary(wanted[side])),
                key=lambda at: tongues[at] != wanted[side],
            )
        elif len(free) > sum(side not in roles for side in sides):
            raise InputError(
                f"{name} has columns in {_listed(tongues)}: say which two with `--from` and `--to`."
            )
        if not free:
            raise InputError(
                f"{name} has no column in {wanted[side]}: its columns are in {_listed(tongues)}."
            )
        roles[side] = free[0]


def _listed(tongues: dict[int, str]) -> str:
    return ", ".join(tongues.values())


def _said(cell: str) -> str:
    """The role that a cell of a header names, else empty."""
    word = cell.strip().casefold()
    return next((role for role, words in _ROLES.items() if word in words.split("; ")), "")


def _language(cell: str) -> str:
    """The language that a cell of a header names, as a BCP 47 tag, else empty."""
    word = cell.strip()
    named = next((tag for tag, words in _LANGUAGES.items() if word.casefold() in words.split("; ")), "")
    return named or language_tag(word)


def language_tag(word: str) -> str:
    """The BCP 47 tag that a word is, as `zh-CN` of zh_CN; empty where it is none of those that are known."""
    tag = tag_of(word)
    own = primary(tag)
    return own + tag[len(own) :] if own in _BARE.split("; ") else ""
