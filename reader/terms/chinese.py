"""The Chinese fold: the light fold without what typesetting puts between characters and a reader passes over.

Blanks beside a Chinese character go, and so do quotation marks and the middle dots of names: “专精特新”企业,
专精特新 企业 and 专精特新企业 are one, and so are AI技术 and AI 技术.
"""

import re
from functools import cache

from reader.terms.folding import Folded, fold

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb"


def fold_chinese(text: str, keep_case: bool = False) -> Folded:
    """The text folded; with `keep_case`, everything but its case."""
    folded = fold(text, keep_case)
    passed = {at for found in passed_over().finditer(folded.text) for at in range(*found.span())}
    if not passed:
        return folded
    kept = [at for at in range(len(folded.text)) if at not in passed]
    return Folded(
        "".join(folded.text[at] for at in kept),
        [folded.starts[at] for at in kept],
        [folded.ends[at] for at in kept],
    )


@cache
def passed_over() -> re.Pattern[str]:
    """Blanks beside a Chinese character or a mark, dots between two; quotation marks outside Latin words."""
    return re.compile(
        # First what it is, which is quickly looked for in a long text, then what is on either side of it.
        rf"[ '{_DOTS}](?:(?<=[{_HAN}] )|(?<= )(?='*[{_HAN}])|(?<=[{_HAN}][{_DOTS}])(?=[{_HAN}])"
        r"|(?<=')(?:(?<![0-9A-Za-z]')|(?![0-9A-Za-z])))"
    )
