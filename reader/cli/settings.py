"""Whether `config.toml` can be read; whether themes and keys exist, the reading room says when it opens."""

from collections.abc import Iterator
from pathlib import Path

from reader.errors import InputError
from reader.text.clean import clean_line

NAMES = ("theme", "mode", "pinyin", "definitions")


def examined(path: Path) -> str:
    """A sentence about a sound file, or that there is none; raises InputError with all that is wrong."""
    import tomllib

    name = clean_line(str(path))
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return f"there is no {name}: everything is as it comes, or as you left it"
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not in UTF-8. Save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{name} is no TOML: {clean_line(str(error))}.") from error
    faults = list(_faults(table))
    if faults:
        raise InputError("\n".join(f"{name}: {fault}." for fault in faults))
    return f"{name} can be read"


def _faults(table: dict[str, object]) -> Iterator[str]:
    from reader.text.quoting import cited, did_you_mean

    known = (*NAMES, "keys")
    for name, value in table.items():
        if name not in known:
            yield f"there is no setting {cited(name)}{did_you_mean(name, known)}"
        elif name in NAMES and not isinstance(value, str):
            yield f"the value of {name} belongs in quotation marks"
    keys = table.get("keys", {})
    if not isinstance(keys, dict):
        yield '[keys] is a table of binding = "key"'
        return
    for name, value in keys.items():
        if not isinstance(value, str):
            yield f"the keys of {cited(name)} belong in quotation marks"
