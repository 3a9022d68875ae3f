"""How many there are of something, as people read it."""


def counted(number: int, word: str) -> str:
    """The number with the word for one thing or for many: `1 file`, `1,024 files`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
