"""The rules of a check on how a whole text renders a concept: alike, short once it was spelled out."""

from reader.terms.concepts import Kind
from tests.terms.checked import check, told


def test_a_short_form_that_the_text_introduced_renders_its_concept_from_there_on() -> None:
    before, full, after = (
        ("小巨人", "An LG"),
        ("小巨人", "The little giant (LG)"),
        ("小巨人", "An LG again"),
    )
    assert [finding.target.words for finding in check(before, full, after, kinds=("missing",))] == ["An LG"]


def test_renderings_that_disagree_are_counted_with_their_places() -> None:
    found = check(
        ("小巨人", "The little giant"),
        ("小巨人", "Small giants"),
        ("小巨人", "Little giants"),
        ("我们", "No small giant"),  # nothing that the source speaks of
        kinds=("inconsistent",),
    )
    (finding,) = found
    assert [(used.text, used.status, used.times) for used in finding.used] == [
        ("little giant", "preferred", 2),
        ("Small giants", "admitted", 1),
    ]
    assert [(spot.segment, spot.line, spot.column) for spot in finding.used[0].spots] == [
        ("1", 2, 5),
        ("3", 6, 1),
    ]
    assert finding.found == "little giant ×2, Small giants ×1"
    assert finding.target.words == "little giant"


def test_a_disagreement_stands_where_the_first_wrong_rendering_does() -> None:
    pairs = ("小巨人", "The little giant"), ("小巨人", "A dwarf giant")
    (finding,) = check(*pairs, kinds=("inconsistent",))
    assert finding.target.words == "dwarf giant"
    assert not check(*pairs, kinds=("inconsistent",), remarks="reader:ignore giant")


def test_one_rendering_agrees_with_itself_and_with_an_admitted_short_form() -> None:
    assert not check(("小巨人", "Little giants"), ("小巨人", "a little giant"), kinds=("inconsistent",))
    full = "A specialized, refined, distinctive and innovative firm"
    assert not check(("专精特新", full), ("专精特新", "SRDI firms"), kinds=("inconsistent",))


def test_the_initials_of_another_approved_term_are_a_short_form_whatever_their_type() -> None:
    full, short = ("首次公开募股", "the initial public offering (IPO)"), ("首次公开募股", "the IPO")
    kinds: tuple[Kind, ...] = ("inconsistent", "non-preferred")
    assert not check(full, full, short, kinds=kinds)
    other = ("首次公开募股", "the flotation")
    assert {finding.kind for finding in check(full, other, kinds=kinds)} == set(kinds)


def test_an_admitted_short_form_is_right_once_it_was_spelled_out() -> None:
    full = ("专精特新", "A specialized, refined, distinctive and innovative firm")
    short = ("专精特新", "An SRDI firm")
    early = ("non-preferred", "info", "SRDI")
    assert told(check(short, short, full, short, kinds=("non-preferred",))) == [early, early]
