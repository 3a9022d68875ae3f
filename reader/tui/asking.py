"""A question with two answers and a way back."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.tui.blocks import Block
from reader.tui.ink import Ink
from reader.tui.sheet import Sheet
from reader.tui.sheet_dialog import SheetDialog


class Question(SheetDialog[bool | None]):
    """Gives True for yes, False for no, None for neither; each answer says in words what it does."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (52, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (9, "-high")]  # noqa: RUF012 -- as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "leave(True)", "Yes", id="question.yes", tooltip="Do what is asked"),
        Binding("n", "leave(False)", "No", id="question.no", tooltip="Do the other thing"),
        Binding("escape,q", "leave(None)", "Back", id="question.back", tooltip="Back, without an answer"),
    ]

    def __init__(self, question: str, yes: str, no: str, back: str) -> None:
        answers = (("y", yes, True), ("n", no, False), ("esc", back, "back"))
        blocks = [
            Block(question, "sheet--title"),
            *(
                Block(f"{key:<5}{words}", inks=(Ink(0, 5, "sheet--label"),), hanging=5, target=target)
                for key, words, target in answers
            ),
        ]
        super().__init__(blocks, id="question")

    @on(Sheet.Chosen)
    def answer(self, event: Sheet.Chosen) -> None:
        """Close with the answer that was chosen."""
        self.leave(event.target if isinstance(event.target, bool) else None)

    def action_leave(self, answer: bool | None) -> None:
        self.leave(answer)
