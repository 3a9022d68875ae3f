"""langdetect with the few profiles that can be meant, the same answer every time, and safe in threads."""

from pathlib import Path
from threading import Lock
from typing import Any

PROFILES = {
    "latin": ("en", "de", "es", "fr", "id", "it", "nl", "pl", "pt", "sv", "tr", "vi"),
    "cyrillic": ("ru", "uk", "bg", "mk"),
}
_PRIOR = 0.7
_factories: dict[str, Any] = {}
_building = Lock()


def likeliest(text: str, script: str, prior: str | None) -> tuple[str, float]:
    """The likeliest language of a text in one script, `latin` or `cyrillic`, and how likely it is, to 1.

    `prior` is a language to be expected, one without region or script. `("und", 0.0)` where nothing in the
    text is known to any profile.
    """
    from langdetect import LangDetectException  # costs 15 ms, and Chinese text never needs it

    detector = _factory(script).create()
    languages = PROFILES[script]
    if prior in languages:
        rest = (1 - _PRIOR) / (len(languages) - 1)
        detector.set_prior_map({name: _PRIOR if name == prior else rest for name in languages})
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # no n-gram of the text is in any profile
        return "und", 0.0
    return (str(found[0].lang), float(found[0].prob)) if found else ("und", 0.0)


def _factory(script: str) -> Any:
    """The factory for a script, built once; no thread sees it before it is whole.

    langdetect's own factory is published first and filled afterwards, so that a second thread gets a wrong
    answer; and it loads 55 profiles, most of which can only mislead.
    """
    found = _factories.get(script)
    if found is None:
        with _building:
            found = _factories.get(script) or _built(script)
            _factories[script] = found
    return found


def _built(script: str) -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    folder = Path(PROFILES_DIRECTORY)
    factory = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text(encoding="utf-8") for name in PROFILES[script]])
    factory.set_seed(0)
    return factory
