"""The one family of errors that reader raises on purpose; each message is a sentence for a person.

ReaderError            anything said to the reader instead of a traceback
├── UsageError         a wrong option, command or value                    exit 2
├── InputError         a file that cannot be read as what it should be     exit 2
│   └── FaultyError    a file with faults, all of them at once             exit 2
│       └── GlossaryError                                a glossary is it  exit 2
├── NotFoundError      a well-formed question with no answer               exit 1
├── StoreError         what the reader keeps could not be written or read  exit 74
└── WriteError         what was asked for could not be written out         exit 74
"""

from typing import NamedTuple, Self


class ReaderError(Exception):
    """Says what is wrong, where, and what to do; `exit_code` is what a command ends with."""

    exit_code = 70


class UsageError(ReaderError):
    """A wrong option, command or value."""

    exit_code = 2


class InputError(ReaderError):
    """A file that cannot be read as what it should be."""

    exit_code = 2


class Fault(NamedTuple):
    """One thing wrong at one place of a file; `line` and `column` count from 1, in code points."""

    path: str
    line: int  # 0: the file as a whole is meant
    column: int
    message: str
    text: str = ""  # the faulty line, cleaned; a long one is cut around the column
    hint: str = ""
    caret: int = 0  # where in `text` the column is, from 1; 0 where `text` is the whole line

    def __str__(self) -> str:
        """`path:line:column: message`, then the line with a caret under the column, then the hint.

        What is wrong with a file as a whole is a sentence: its message says what the file is or does.
        """
        if not self.line:
            return f"{self.path} {self.message}."
        shown = [f"{self.path}:{self.line}:{self.column}: {self.message}"]
        if self.text:
            shown += [f"    {self.text}", f"    {_blank(self.text[: (self.caret or self.column) - 1])}^"]
        if self.hint:
            shown.append(f"    {self.hint}")
        return "\n".join(shown)


def _blank(text: str) -> str:
    """Blanks as wide on a terminal as the text: a Chinese character takes two cells."""
    from unicodedata import east_asian_width

    return "".join("\u3000" if east_asian_width(char) in "WF" else " " for char in text)


class FaultyError(InputError):
    """A file with faults; `faults` holds every one of them, in the order of the file."""

    kind = ""  # what a sentence about the whole file begins with

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(f"{'' if fault.line else self.kind}{fault}" for fault in faults))
        self.faults = faults

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Fault, ...]]]:
        """What another process makes the same error of."""
        return type(self), (self.faults,)


class GlossaryError(FaultyError):
    """A glossary with faults."""

    kind = "The glossary "


class NotFoundError(ReaderError):
    """A well-formed question with no answer."""

    exit_code = 1


class StoreError(ReaderError):
    """What the reader keeps could not be written or read."""

    exit_code = 74


class WriteError(ReaderError):
    """What was asked for could not be written out: to standard output or to a file."""

    exit_code = 74
