"""The baseline: findings that were reviewed and may stand, in a file beside the texts in a build."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.errors import InputError
from reader.terms.findings import Finding
from reader.text.clean import clean_line

SCHEMA = 1


class Reviewed(NamedTuple):
    """A finding that was reviewed, as it was then."""

    fingerprint: str
    kind: str
    concept: str
    file: str
    found: str
    reason: str  # "" where nobody gave one


def reviewed(finding: Finding, reason: str) -> Reviewed:
    """A finding as the baseline keeps it."""
    file = clean_line(finding.target.spot.file)
    return Reviewed(finding.fingerprint, finding.kind, finding.concept, file, finding.found, reason)


def baseline_text(entries: Iterable[Reviewed]) -> Iterator[str]:
    """The baseline as JSON, a finding a line, so that a change shows as one; each fingerprint once."""
    yield f'{{"schema": {SCHEMA}, "findings": ['
    between = "\n"
    seen: set[str] = set()
    for entry in entries:
        if entry.fingerprint not in seen:
            seen.add(entry.fingerprint)
            yield between + json.dumps(entry._asdict(), ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def read_baseline(path: Path) -> list[Reviewed]:
    """What was reviewed, in the order of the file; raises InputError where the file is no baseline."""
    name = clean_line(str(path))
    anew = "Mend it, or delete it, and `--write-baseline` writes a new one."
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise InputError(f"There is no baseline {name}. `--write-baseline` writes one.") from error
    except OSError as error:
        raise InputError(f"The baseline {name} cannot be read: {error.strerror or error}.") from error
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        raise InputError(f"{place}: this is no JSON: {error.msg}. {anew}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"The baseline {name} is no JSON. {anew}") from error
    try:
        if content["schema"] != SCHEMA:
            raise InputError(
                f"The baseline {name} is of another version of reader: schema {content['schema']}."
            )
        return [_entry(row) for row in content["findings"]]
    except (TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{name} is no baseline of reader. {anew}") from error


def _entry(row: dict[str, object]) -> Reviewed:
    known = {field: str(row.get(field, "")) for field in Reviewed._fields}
    return Reviewed(**known | {"fingerprint": str(row["fingerprint"])})
