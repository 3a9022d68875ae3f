"""What the columns of a termbase table hold: guessed from their names, or said by whoever reads it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.errors import UsageError
from reader.text.quoting import cited, did_you_mean
from reader.text.tags import cased, primary, tag_of

SKIPPED = "-"
NOTE, TERM = "note", "term"
SOURCE, TARGET = "source", "target"
"""Columns of terms whose language is not said by their name."""

_ROLES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "concept id", "entry id", "termid", "编号", "序号", "編號"),
    TERM: ("term", "terms", "word", "entry", "preferred", "preferred term", "术语", "词条", "術語", "詞條"),
    SOURCE: ("source", "source term", "src", "原文", "源语", "源术语", "来源语"),
    TARGET: (
        "target",
        "target term",
        "trg",
        "tgt",
        "translation",
        "译文",
        "目标语",
        "目标术语",
        "译名",
        "譯文",
    ),
    "synonym": (
        "synonym",
        "synonyms",
        "admitted",
        "alternative",
        "alternatives",
        "variant",
        "同义词",
        "同義詞",
    ),
    "forbidden": (
        "forbidden",
        "deprecated",
        "not",
        "avoid",
        "do not use",
        "forbidden term",
        "禁用",
        "禁用词",
    ),
    "definition": (
        "definition",
        "definitions",
        "def",
        "meaning",
        "description",
        "定义",
        "释义",
        "定義",
        "釋義",
    ),
    NOTE: (
        "note",
        "notes",
        "entry note",
        "comment",
        "comments",
        "remark",
        "remarks",
        "备注",
        "注释",
        "说明",
        "備註",
        "注",
    ),
    "subject_field": (
        "subject field",
        "subject",
        "entry subject",
        "domain",
        "field",
        "category",
        "topic",
        "领域",
        "学科",
        "領域",
    ),
    "status": ("status", "administrative status", "usage status", "状态", "狀態"),
    "pinyin": ("pinyin", "py", "拼音", "读音"),
    "pos": ("pos", "part of speech", "word class", "partofspeech", "词性", "詞性"),
    "type": ("type", "term type", "termtype", "类型"),
    "gender": ("gender", "grammatical gender"),
    "geo": ("geo", "region", "geographical usage", "地区"),
    "why": ("why", "reason", "原因", "理由"),
    "severity": ("severity", "严重程度"),
    "context": ("context", "example", "examples", "term example", "sentence", "例句", "语境"),
    "term note": ("term note", "usage note", "usage"),
    "lang": ("lang", "language", "locale", "xml:lang", "语言", "语种", "語言"),
    "related": ("related", "see also", "cross reference", "参见"),
    "tier": ("tier",),
    "customer": ("customer", "client", "客户"),
    "project": ("project", "项目"),
    SKIPPED: ("-", "skip", "ignore"),
}
"""The names a column may have, by what it holds."""

_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "zh": ("chinese", "中文", "汉语", "漢語", "汉", "中", "mandarin"),
    "zh-Hans": ("simplified chinese", "chinese simplified", "simplified", "简体", "简体中文", "简中"),
    "zh-CN": ("chinese prc", "chinese china", "chinese simplified prc", "chinese simplified china"),
    "zh-TW": ("chinese taiwan", "chinese traditional taiwan"),
    "zh-HK": ("chinese hong kong", "chinese hong kong sar", "chinese traditional hong kong"),
    "en-US": ("english united states", "english us", "english usa", "american english"),
    "en-GB": ("english united kingdom", "english uk", "british english"),
    "zh-Hant": (
        "traditional chinese",
        "chinese traditional",
        "traditional",
        "繁体",
        "繁體",
        "繁體中文",
        "繁体中文",
    ),
    "en": ("english", "英文", "英语", "英語", "英"),
    "fr": ("french", "français", "法语", "法文"),
    "de": ("german", "deutsch", "德语", "德文"),
    "es": ("spanish", "español", "西班牙语"),
    "it": ("italian", "italiano"),
    "pt": ("portuguese", "português"),
    "ru": ("russian", "русский", "俄语", "俄文"),
    "ja": ("japanese", "日本語", "日语", "日文"),
    "ko": ("korean", "한국어", "韩语"),
    "vi": ("vietnamese",),
    "ar": ("arabic",),
}
_TAGS = (
    "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy is it ja ka kk km ko lo lt lv mk"
    " mn ms mt my nb ne nl nn pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh yue cmn"
)
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names}
_LANGUAGE_OF = {name: tag for tag, names in _LANGUAGES.items() for name in names}
_BETWEEN = re.compile(r"[\s_:/()（）\[\]【】.,、-]+")
OF_A_TERM = frozenset(("status", "pinyin", "pos", "type", "gender", "geo", "why", "severity", "context"))
_REPEATED = frozenset((NOTE, "synonym", "forbidden"))
_OF_EACH = OF_A_TERM | {"term note"}
_OF_A_LANGUAGE = OF_A_TERM | {TERM, "synonym", "forbidden", "definition", "term note"}


class Column(NamedTuple):
    """One column of a table."""

    role: str  # a key of the roles above, or "other"
    lang: str = ""  # BCP 47; "" where the name does not say
    name: str = ""  # as the file has it


def guess(name: str) -> Column:
    """What a column of this name holds; its role is `other` where nothing is known by that name.

    `term:id` and `definition:en` name what it holds and the language, whatever the tag.
    """
    bare = name.strip()
    said, _, tag = bare.partition(":")
    if tag_of(tag) and _ROLE_OF.get(said) in _OF_A_LANGUAGE:
        return Column(_ROLE_OF[said], tag, bare)
    words = " ".join(_BETWEEN.split(bare.casefold())).strip()
    if role := _ROLE_OF.get(bare.casefold()) or _ROLE_OF.get(words):
        return Column(role, "", bare)
    if lang := _language(bare):
        return Column(TERM, lang, bare)
    for role_name, language_name in _halves(bare):
        half_role, lang = _ROLE_OF.get(role_name.casefold(), ""), _language(language_name)
        if half_role in _OF_A_LANGUAGE and lang:
            return Column(half_role, lang, bare)
        if half_role in (SOURCE, TARGET) and lang:
            return Column(TERM, lang, bare)
    return Column("other", "", bare)


def header(names: Sequence[str]) -> list[Column] | None:
    """The columns where these cells are their names, else None.

    They are where at least two of them, and at least half, are known, one of them is of terms, and no two say
    the same: so a table of words that begins with the pair *term, 术语* is not taken for one with a header.
    What is said of a term may be said of each: *zh, status, en, status*.
    """
    found = [guess(name) if name.strip() else Column(SKIPPED) for name in names]
    known = [column for column in found if column.role not in ("other", SKIPPED)]
    terms = [column for column in known if column.role in (TERM, SOURCE, TARGET)]
    once = [
        (column.role, column.lang)
        for column in known
        if column.role not in _REPEATED and (column.lang or column.role not in _OF_EACH)
    ]
    named = [name for name in names if name.strip()]
    if not terms or len(known) < 2 or len(known) * 2 < len(named) or len(set(once)) < len(once):
        return None
    return found


def chosen(said: str) -> list[Column]:
    """The columns of `zh,en,note,-,status`, each by a name that `guess` knows.

    Raises UsageError for a word that means no column.
    """
    columns = []
    for word in said.split(","):
        column = guess(word)
        if column.role == "other" or not word.strip():
            known = [*_ROLES, "zh", "en"]
            near = did_you_mean(word.strip(), known, ": ", "")
            raise UsageError(f"--columns knows no {cited(word.strip())}{near or _known(known)}")
        columns.append(column)
    if not any(column.role in (TERM, SOURCE, TARGET) for column in columns):
        raise UsageError("--columns names no column of terms: name their languages, as in zh,en,note.")
    return columns


def spelled(columns: Iterable[Column]) -> str:
    """What `chosen` reads as these columns; one of which nothing is known is a note."""
    return ",".join(map(_spelled, columns))


def _spelled(column: Column) -> str:
    if column.role == TERM and guess(column.lang)[:2] == (TERM, column.lang):
        return column.lang
    role = NOTE if column.role == "other" else column.role.replace("_", " ")
    return f"{role}:{column.lang}" if column.lang else role


def _known(known: Sequence[str]) -> str:
    return f". It knows languages, such as zh-Hans or en, and {', '.join(known[:-2])}."


def _language(name: str) -> str:
    """The tag that a name means, "" where it means none."""
    known = _LANGUAGE_OF.get(" ".join(_BETWEEN.split(name.casefold())).strip(), "")
    tag = tag_of(name.strip())
    return known or (cased(tag) if primary(tag) in _TAGS.split() else "")


def _halves(name: str) -> Iterator[tuple[str, str]]:
    """What a name can be parted into: role and language of `definition (en)`, `en_pos`, `英文定义`."""
    for gap in _BETWEEN.finditer(name.rstrip(")）]】 ")):
        left, right = name[: gap.start()], name[gap.end() :].rstrip(")）]】 ")
        yield left, right
        yield right, left
    if not name.isascii():
        for at in range(1, len(name)):
            yield name[at:], name[:at]
            yield name[:at], name[at:]
