"""What every command owes the terminal: one sentence for an error, the documented exit code, no traceback.

0    fine                              74   cannot write
1    findings, or not found            130  interrupted (Ctrl+C)
2    usage, or unreadable input        141  whoever read the output has gone
70   a fault of reader's own
"""

import codecs
import sys
from collections.abc import Callable
from contextlib import suppress

from reader.errors import ReaderError, WriteError

INTERRUPTED = 130
NOBODY_READS = 141  # what a shell reports of a program that SIGPIPE ended
_SPELLED = "reader.spelled"


def guarded(run: Callable[[], int]) -> int:
    """What `run` returns, else the exit code of what went wrong, which is then said on standard error."""
    for stream in (sys.stdout, sys.stderr):
        # What the encoding has no character for is spelled out; a stream of a test has no such method.
        with suppress(AttributeError):
            stream.reconfigure(errors=_SPELLED)  # type: ignore[union-attr]  # None where it is closed
    return _delivered(_outcome(run))


def say(text: str) -> None:
    """Write to standard output; raises WriteError, or BrokenPipeError where nobody reads any more."""
    if sys.stdout is None:
        raise WriteError("Standard output is closed.")
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from error


def in_utf8() -> None:
    """Have standard output in UTF-8 whatever the locale, for a form that is read as UTF-8 wherever it goes.

    A terminal keeps its own encoding, and what that has no character for is spelled out there.
    """
    if sys.stdout is not None and not sys.stdout.isatty():
        with suppress(AttributeError):  # a stream of a test has no such method
            sys.stdout.reconfigure(encoding="utf-8", errors=_SPELLED)  # type: ignore[union-attr]


def complain(message: str) -> None:
    """Say something on standard error, harmless and under the program's name; never raises."""
    from reader.text.clean import clean

    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"reader: {clean(message)}\n")
            sys.stderr.flush()


def _spell(error: UnicodeError) -> tuple[str, int]:
    """Characters as JSON spells them, so that what is written for programs stays JSON in any encoding."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


codecs.register_error(_SPELLED, _spell)


def _outcome(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as leave:  # argparse, after --help and --version
        return leave.code if isinstance(leave.code, int) else 0
    except ReaderError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # The one place that catches everything: a traceback would show the reader's texts and help nobody.
        from reader.cli.crash import report

        complain(report(error))
        return 70


def _delivered(code: int) -> int:
    """The exit code once standard output is written out to its last byte, or given up for good."""
    if sys.stdout is None:
        return code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return code or NOBODY_READS
    except OSError as error:
        if code == 0:
            complain(str(_unwritten(error)))
        return code or WriteError.exit_code
    return code


def _unwritten(error: OSError) -> WriteError:
    return WriteError(f"Standard output cannot be written to: {error.strerror or error}.")
