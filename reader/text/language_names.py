"""What a language is called in a sentence: `Italian (it)`."""

from reader.text.quoting import cited
from reader.text.tags import chinese_script

_NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "mk": "Macedonian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_SCRIPTS = {"hans": "Simplified ", "hant": "Traditional "}


def named(tag: str) -> str:
    """The language of a BCP 47 tag, the tag behind it; the tag alone, quoted, where it has no name."""
    own, *rest = tag.lower().split("-")
    if own not in _NAMES:
        return cited(tag)
    scripts = filter(None, map(chinese_script, rest)) if own == "zh" else iter(())
    return f"{_SCRIPTS.get(next(scripts, ''), '')}{_NAMES[own]} ({tag})"
