"""What is put into a YAML file stands where it belongs, and the work grows only as the file does."""

import sys
from collections.abc import Callable

import pytest

from reader.terms.exchange.yaml_changes import Change
from reader.terms.exchange.yaml_edits import Edits, child
from reader.terms.exchange.yaml_entries import TERM


def grown(text: str) -> str:
    """The file with a key more in each item of the list `terms`, and an item more."""
    edits = Edits(text)
    terms = child(edits.root, "terms")
    for node in terms.value:
        edits.grow(node, Change({"pos": "noun"}, {}, {}), TERM)
    edits.extend(terms, [{"text": f"new {number}"} for number in range(len(terms.value))])
    return edits.text()


def calls(run: Callable[[], object]) -> int:
    """How many calls, and steps of generators, something takes."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "terms:\n- {text: a,}\n- text: b\nrest: x\n",
            "terms:\n- {text: a, pos: noun}\n- text: b\n  pos: noun\n"
            "- {text: new 0}\n- {text: new 1}\nrest: x\n",
        ),
        (
            "terms:\r\n- {text: a}\r\n- text: b",
            "terms:\r\n- {text: a, pos: noun}\r\n- text: b\r\n  pos: noun\r\n"
            "- {text: new 0}\r\n- {text: new 1}\r\n",
        ),
        (
            "terms: [{text: a}, {}]",
            "terms: [{text: a, pos: noun}, {pos: noun}, {text: new 0}, {text: new 1}]",
        ),
        ("\ufeffterms: [{text: a,},]", "\ufeffterms: [{text: a, pos: noun}, {text: new 0}]"),
    ],
)
def test_what_is_new_goes_behind_what_is_there(text: str, after: str) -> None:
    assert grown(text) == after


@pytest.mark.parametrize(
    ("head", "item", "tail"),
    [
        ("terms:\n", "- {text: a,}\n", ""),
        ("terms:\n", "- text: a\n", "rest: x\n"),
        ("terms: [\n", "  {text: a,},\n", "]\n"),
    ],
)
def test_twice_as_much_takes_twice_as_long(head: str, item: str, tail: str) -> None:
    def work(size: int) -> int:
        return calls(lambda: grown(head + item * size + tail))

    assert work(400) < 2.3 * work(200)


def test_many_things_put_into_one_line_are_put_there_in_order() -> None:
    edits = Edits("terms:\n- a\nrest: x\n")
    edits.extend(child(edits.root, "terms"), [f"n{number}" for number in range(1000)])
    assert edits.text() == "terms:\n- a\n" + "".join(f"- n{at}\n" for at in range(1000)) + "rest: x\n"
