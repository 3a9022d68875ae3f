"""The one family of errors that reader raises on purpose; each message is a sentence for a person.

    ReaderError            anything said to the reader instead of a traceback
    ├── UsageError         a wrong option, command or value                    exit 2
    ├── InputError         a file that cannot be read as what it should be     exit 2
    │   └── GlossaryError  a glossary with faults, all of them at once         exit 2
    ├── NotFoundError      a well-formed question with no answer               exit 1
    └── StoreError         what the reader keeps could not be written or read  exit 74
"""

from typing import NamedTuple


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
    line: int
    column: int
    message: str
    text: str = ""  # the faulty line as it stands, cleaned
    hint: str = ""

    def __str__(self) -> str:
        """`path:line:column: message`, then the line with a caret under the column, then the hint."""
        shown = [f"{self.path}:{self.line}:{self.column}: {self.message}"]
        if self.text:
            shown += [f"    {self.text}", "    " + " " * (self.column - 1) + "^"]
        if self.hint:
            shown.append(f"    {self.hint}")
        return "\n".join(shown)


class GlossaryError(InputError):
    """A glossary with faults; `faults` holds every one of them, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class NotFoundError(ReaderError):
    """A well-formed question with no answer."""

    exit_code = 1


class StoreError(ReaderError):
    """What the reader keeps could not be written or read."""

    exit_code = 74
