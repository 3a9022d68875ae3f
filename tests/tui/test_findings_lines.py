"""What the lines around the findings say, at every width."""

import pytest

from reader.shelf.dismissals import Dismissal
from reader.tui.findings import Filter, Findings
from reader.tui.findings_lines import counts, empty, hints, narrowed, nowhere, title
from tests.tui.found import found_in, small_desk

FOUND = found_in(small_desk())
GONE = {
    finding.fingerprint: Dismissal(0, 0, finding.fingerprint, finding.kind, "", "1", "", "", "")
    for finding in FOUND.told
}


@pytest.mark.parametrize(
    ("shown", "wide", "narrow"),
    [
        (Filter(), "Findings", "Findings"),
        (Filter(dismissed=True), "Findings", "Findings"),
        (Filter("warning"), "Findings: warnings", "warnings"),
        (Filter(kind="missing"), "Findings: missing", "missing"),
        (Filter("warning", "wrong-language"), "Findings: warnings · wrong-language", "! wrong-language"),
    ],
)
def test_the_title_names_the_filter_and_on_a_narrow_screen_nothing_else(
    shown: Filter, wide: str, narrow: str
) -> None:
    assert title(shown, 80, complete=True) == wide
    assert title(shown, 40, complete=True) == narrow
    assert title(shown, 40, complete=False) == f"{narrow} …"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (40, "1,203✗ 1! 0· 4○"),
        (80, "1,203 ✗ 1 ! 0 · 4 ○"),
        (120, "✗ 1,203 errors  ! 1 warning  · 0 infos  ○ 4 dismissed"),
    ],
)
def test_the_counts_take_no_more_room_than_there_is(width: int, said: str) -> None:
    assert counts({"error": 1203, "warning": 1, "info": 0}, 4, width) == said


def test_title_and_counts_have_room_beside_each_other_on_the_narrowest_screen() -> None:
    left = title(Filter("warning", "wrong-language"), 40, complete=True)
    right = counts({"error": 133, "warning": 145, "info": 136}, 12, 40)
    assert len(f" {left}") + len(f" {right} ") <= 40


@pytest.mark.parametrize(
    ("shown", "order"),
    [
        (Filter(), "⏎ d ? esc u o tab f a D e"),
        (Filter("error"), "⏎ d ? esc a u o tab f D e"),
        (Filter(kind="missing", dismissed=True), "⏎ d ? esc a u o tab f D e"),
    ],
)
def test_the_most_needed_keys_come_first(shown: Filter, order: str) -> None:
    assert [part.split()[0] for part in hints(shown).split("  ")] == order.split()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Filter("error", "inconsistent"), "The filter “errors · inconsistent” leaves nothing; a lifts it"),
        (Filter(), "Nothing is left"),
    ],
)
def test_an_empty_list_names_the_filter_that_empties_it(shown: Filter, said: str) -> None:
    assert said in empty(FOUND, shown, glossary=True)


@pytest.mark.parametrize(
    ("findings", "shown", "dismissed", "said"),
    [
        (None, Filter(), {}, "not checked yet"),
        (None, Filter("error"), {}, "not checked yet"),
        (Findings(), Filter(), {}, "not checked yet"),
        (Findings(complete=True), Filter("error"), {}, "no finding"),
        (FOUND, Filter("error", "inconsistent"), {}, "filter errors · inconsistent: none; x a lifts it"),
        (FOUND._replace(complete=False), Filter("info", "missing"), {}, "filter infos · missing: none"),
        (FOUND, Filter(), GONE, "every finding is dismissed; x D shows them"),
        (FOUND, Filter("error"), GONE, "every finding is dismissed; x D shows them"),
    ],
)
def test_where_there_is_no_next_finding_it_is_said_why(
    findings: Findings | None, shown: Filter, dismissed: dict[str, Dismissal], said: str
) -> None:
    assert nowhere(findings, shown, dismissed, 80).startswith(said)


def test_the_way_out_of_a_filter_is_said_on_a_narrow_screen_too() -> None:
    assert "x a lifts" in nowhere(FOUND, Filter("error", "non-preferred"), {}, 40)[:40]
    assert narrowed(Filter("error", "non-preferred"), 40) == "✗ non-preferred"
