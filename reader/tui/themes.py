"""The themes that come with reader: one dark, one light, one of high contrast."""

from textual.theme import Theme

DEFAULT = "reader-dark"

_DARK = {
    "reader-away": "#8f9299",
    "reader-translation": "#a9d3d9",
    "reader-translation-away": "#7c979c",
    "reader-pinyin": "#c3a6d8",
    "reader-faint": "#7d818a",
    "reader-hit": "#4a4630",
}
_LIGHT = {
    "reader-away": "#66665f",
    "reader-translation": "#0f5560",
    "reader-translation-away": "#4d6b70",
    "reader-pinyin": "#6b3f8f",
    "reader-faint": "#706e67",
    "reader-hit": "#f0dca0",
}
_CONTRAST = {
    "reader-away": "#d0d0d0",
    "reader-translation": "#80ffff",
    "reader-translation-away": "#b0e0e0",
    "reader-pinyin": "#ffb0ff",
    "reader-faint": "#d0d0d0",
    "reader-hit": "#505000",
}

THEMES = (
    Theme(
        name="reader-dark",
        primary="#7aa2c8",
        accent="#e0af68",
        warning="#e0af68",
        error="#f08080",
        success="#9ccc8f",
        foreground="#e4e2dc",
        background="#16181d",
        surface="#1b1e24",
        panel="#262a32",
        variables=_DARK,
    ),
    Theme(
        name="reader-light",
        primary="#2f5d8a",
        accent="#8a4b00",
        warning="#8a4b00",
        error="#a81c1c",
        success="#1f6b2d",
        foreground="#1e1e1e",
        background="#fbf9f4",
        surface="#f4f1ea",
        panel="#e6e1d6",
        dark=False,
        variables=_LIGHT,
    ),
    Theme(
        name="reader-contrast",
        primary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        variables=_CONTRAST,
    ),
)


def defaults(*, dark: bool) -> dict[str, str]:
    """The colours of our own for a theme that is not ours."""
    return _DARK if dark else _LIGHT
