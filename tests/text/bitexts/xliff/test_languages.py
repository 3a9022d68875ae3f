"""XLIFF and the languages that are asked for: what the file says of its own, and what is no XLIFF at all."""

import pytest

from reader.errors import Fault, InputError
from reader.text.segments import Segment
from tests.text.bitexts.xliff.documents import FILE, FIRST, SECOND, open_xliff, unit1, unit2


@pytest.mark.parametrize(
    ("asked", "found"),
    [(("", ""), ("zh-CN", "en")), (("zh", "en-GB"), ("zh", "en-GB")), (("zh-Hans", ""), ("zh-Hans", "en"))],
)
def test_the_languages_may_be_named_as_the_glossary_names_them(
    asked: tuple[str, str], found: tuple[str, str]
) -> None:
    for data in (f"{FIRST}{FILE}</body></file></xliff>", f'{SECOND}<file id="f">{unit2("")}</file></xliff>'):
        assert open_xliff(data, *asked)[2:4] == found


@pytest.mark.parametrize(
    ("data", "target", "said"),
    [
        (f"{FIRST}{FILE}</body></file></xliff>", "fr", "The target of x.xlf is in 'en', not in 'fr'."),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>',
            "fr",
            "The target of x.xlf is in 'en', not in 'fr'.",
        ),
        (
            f"{FIRST}{FILE}</body></file></xliff>".replace(' target-language="en"', ""),
            "",
            "x.xlf does not say what its target language is. Name it with --to.",
        ),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>'.replace(' trgLang="en"', ""),
            "",
            "x.xlf does not say what its target language is. Name it with --to.",
        ),
        (
            f'{SECOND}<file id="f">{unit2("<target/>")}</file></xliff>'.replace(' trgLang="en"', ""),
            "",
            "x.xlf:2:54: here is a target, and <xliff> has no trgLang",
        ),
        (
            f'{SECOND}<file id="f">{unit2("")}</file></xliff>'.replace('"en"', '"e n"'),
            "",
            "x.xlf:1:1: trgLang of <xliff> is 'e n': it must be a language tag, as `en` or `zh-Hans`",
        ),
        (
            f"{FIRST}{FILE}{unit1('')}</body></file></xliff>".replace('"en"', '"e n"'),
            "",
            "x.xlf:1:68: target-language of <file> is 'e n': it must be a language tag, as `en` or `zh-Hans`",
        ),
        ("<a/>", "", "x.xlf:1:1: this is no XLIFF: its outermost element is <a>, not <xliff>"),
        ("<xliff version='2.0'/>", "", "x.xlf:1:1: <xliff> has no namespace"),
        ("<xliff xmlns='urn:x'/>", "", "x.xlf:1:1: the namespace 'urn:x' is that of no XLIFF"),
        ("", "", "x.xlf is empty."),
    ],
)
def test_what_is_not_what_was_asked_for_is_refused(data: str, target: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        open_xliff(data, target=target)
    assert str(caught.value).split("\n")[0] == said


def test_files_of_another_pair_of_languages_are_told_and_passed_over() -> None:
    unit = unit1("<target>x</target>")
    other = FILE.replace('"en"', '"fr"')
    data = f"{FIRST}{FILE}{unit}</body></file>\n{other}{unit}</body></file>{FILE}{unit}</body></file></xliff>"
    one, fault, two = open_xliff(data).segments
    assert isinstance(one, Segment)
    assert isinstance(two, Segment)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.message[:27]) == (3, "target-language of <file> i")
