"""What says the same in other words is no missing term, and what only looks alike is one."""

import pytest

from reader.terms.rewording import reworded
from tests.hostile import HOSTILE

SAME = [
    ("the gear box", "gearbox"),
    ("Select the check-box.", "checkbox"),
    ("less down-time", "downtime"),
    ("peace-keeping operations", "peacekeeping operation"),
    ("loss of bio-diversity", "biodiversity"),
    ("encrypted traffic", "encryption"),
    ("He was diagnosed late.", "diagnosis"),
    ("a surface-treated part", "surface treatment"),
    ("carbon-neutral cities", "carbon neutrality"),
    ("injection-moulded cases", "injection molding"),
    ("three million displaced people", "displaced person"),
    ("jointly and severally liable", "joint and several liability"),
    ("stably developed", "stable development"),
    ("It is backed up every night.", "backup"),
    ("logging in", "login"),
    ("They protect the environment.", "environmental protection"),
    ("to protect our environment", "environmental protection"),
    ("upgrading of industries", "industrial upgrading"),
    ("after termination of the contract", "terminate the contract"),
    ("crop rotation", "rotate crops"),
    ("customs clearance", "clear customs"),
]
OTHER = [
    ("sales on line 5", "online"),
    ("They meet every day.", "everyday"),
    ("Over time, prices fell.", "overtime"),
    ("the gear, box and all", "gearbox"),
    ("a box of gears", "gearbox"),
    ("jointly liable", "joint and several liability"),
    ("all displaced goods", "displaced person"),
    ("the people", "person"),
    ("a marketing plan", "market"),
    ("an operator", "operation"),
    ("developed countries", "developing country"),
    ("conserving resources", "resource-conserving"),
    ("rural revitalizing", "rural revitalization"),
    ("chain of supply", "supply chain"),
    ("we back the plan", "backup"),
    ("The universe was founded long ago.", "university"),
    ("The contraction was signed.", "contract"),
    ("The state was signed.", "statement"),
    ("The environment. Protect it.", "environmental protection"),
    ("to protect us from the environment", "environmental protection"),
    ("encryption", ""),
    ("", "encryption"),
]


@pytest.mark.parametrize(("text", "term"), SAME)
def test_other_words_may_say_the_same(text: str, term: str) -> None:
    assert reworded(text, ["no such term", term])


@pytest.mark.parametrize(("text", "term"), OTHER)
def test_words_that_look_alike_say_something_else(text: str, term: str) -> None:
    assert not reworded(text, ["no such term", term])


def test_a_term_as_it_stands_was_looked_at_before() -> None:
    assert not reworded("the Recycle Bin", ["recycle bin"])


@pytest.mark.parametrize("word", ["gear ", "gear-", "protecting the ", "soil improves "])
def test_a_long_text_is_read_in_time(word: str) -> None:
    text = word * 100_000
    assert not reworded(text, ["gearbox", "environmental protection", "gear gear box", "crop improvement"])


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read(text: str) -> None:
    assert not reworded(text[:100_000], ["gearbox", "environmental protection", text[:50] or "x y"])
