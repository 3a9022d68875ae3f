"""The baseline: findings that were reviewed and may stand, in a file beside the texts in a build."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reader.errors import InputError
from reader.terms.findings import Finding
from reader.text.clean import clean_line

SCHEMA = 1


def baseline_text(findings: Iterable[Finding], reasons: Mapping[str, str]) -> Iterator[str]:
    """The baseline of these findings as JSON, a finding a line, so that a change shows as one.

    `reasons` are those that are known, by fingerprint.
    """
    yield f'{{"schema": {SCHEMA}, "findings": ['
    between = "\n"
    seen: set[str] = set()
    for finding in findings:
        if finding.fingerprint in seen:
            continue
        seen.add(finding.fingerprint)
        entry = {
            "fingerprint": finding.fingerprint,
            "kind": finding.kind,
            "concept": finding.concept,
            "file": clean_line(finding.target.spot.file),
            "found": finding.found,
            "reason": reasons.get(finding.fingerprint, ""),
        }
        yield between + json.dumps(entry, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def read_baseline(path: Path) -> dict[str, str]:
    """The reasons of what was reviewed, by fingerprint; raises InputError where the file is no baseline."""
    name = clean_line(str(path))
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise InputError(f"There is no baseline {name}. `--write-baseline` writes one.") from error
    except OSError as error:
        raise InputError(f"The baseline {name} cannot be read: {error.strerror or error}.") from error
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        raise InputError(
            f"{place}: this is no JSON: {error.msg}. `--write-baseline` writes it anew."
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"The baseline {name} is no JSON. `--write-baseline` writes it anew.") from error
    try:
        if content["schema"] != SCHEMA:
            raise InputError(
                f"The baseline {name} is of another version of reader: schema {content['schema']}."
            )
        return {str(entry["fingerprint"]): str(entry.get("reason", "")) for entry in content["findings"]}
    except (TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{name} is no baseline of reader. `--write-baseline` writes one.") from error
