"""A question with two answers and a way back."""

import pytest

from reader.tui.asking import Question
from tests.tui.stage import Stage, rows


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["n"], False),
        (["escape"], None),
        (["q"], None),
        (["enter"], True),
        (["j", "enter"], False),
        (["down", "down", "enter"], None),
    ],
)
@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
async def test_each_answer_has_a_key_and_a_line(
    keys: list[str], answer: bool | None, size: tuple[int, int]
) -> None:
    app = Stage()
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(Question("Keep [/x] it?", "keep it", "drop it", "go back"), app.given.append)
        await pilot.press(*keys)
    assert app.given == [answer]


async def test_the_answers_are_told_in_words_and_can_be_clicked() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        question = Question("Keep [/x] it?", "keep it", "drop it", "go back")
        app.push_screen(question, app.given.append)
        await pilot.pause()
        shown = [line.strip() for line in rows(question.sheet) if line]
        assert shown == ["Keep [/x] it?", "y    keep it", "n    drop it", "esc  go back"]
        await pilot.click(question.sheet, offset=(4, 3))
    assert app.given == [False]
