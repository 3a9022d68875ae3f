"""The reader's own config.toml: what is right is used, what is wrong is said."""

from pathlib import Path

import pytest

from reader.tui.settings import Key, read_settings

THEMES = ["reader-dark", "reader-light"]
KEYS = [
    Key("page.next", ("j",), "Next", frozenset({"read"})),
    Key("page.previous", ("k",), "Previous", frozenset({"read"})),
    Key("sheet.down", ("j", "down"), "Down", frozenset({"sheet"})),
    Key("app.help", ("question_mark",), "Help", frozenset({"read", "sheet"})),
    Key("app.quit", ("q",), "Quit", frozenset({"read", "sheet"})),
]


def settings_from(tmp_path: Path, text: str) -> tuple[dict[str, str], str]:
    """The keys and the warnings that a file gives."""
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    settings = read_settings(path, THEMES, KEYS)
    return dict(settings.keys), "\n".join(settings.warnings)


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml", THEMES, KEYS).warnings == ()


def test_everything_right_is_used(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = "reader-light"\nmode = "beside"\npinyin = "above"\n[keys]\n"page.next" = "n,ctrl+n"\n'
    )
    settings = read_settings(path, THEMES, KEYS)
    assert settings.warnings == ()
    assert settings.theme == "reader-light"
    assert settings.choices == {"mode": "beside", "pinyin": "above"}
    assert settings.keys == {"page.next": "n,ctrl+n"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("them = 1", "unknown setting 'them' (did you mean 'theme'?)"),
        ("theme = 'reader-drak'", "did you mean 'reader-dark'?"),
        ("mode = 'sideways'", "'sideways' is no mode"),
        ("[keys]\n'page.nxt' = 'n'", "unknown key binding 'page.nxt' (did you mean 'page.next'?)"),
        ("[keys]\n'page.next' = 7", "must be in quotes"),
        ("[keys]\n'page.next' = 'k'", "k belongs to 'page.previous'"),
        ("[keys]\n'page.next' = 'q'", "q belongs to 'app.quit'"),
        ("[keys]\n'page.next' = '?'", "question_mark belongs to 'app.help'"),
        ("[keys]\n'page.next' = 'foo'", "there is no key 'foo'"),
        ("[keys]\n'page.next' = 'pagedwon'", "did you mean 'pagedown'?"),
        ("keys = 'j'", "[keys] is a table"),
        ("theme = ", "is not used"),
        ("theme = '\x1b[31m'", "is not used"),
    ],
)
def test_every_fault_is_said_and_left_out(tmp_path: Path, text: str, said: str) -> None:
    keys, warnings = settings_from(tmp_path, text)
    assert said in warnings
    assert "\x1b" not in warnings
    assert keys == {}


def test_the_same_key_may_serve_in_different_rooms(tmp_path: Path) -> None:
    keys, warnings = settings_from(tmp_path, "[keys]\n'page.next' = 'down'\n")
    assert (keys, warnings) == ({"page.next": "down"}, "")


def test_two_bindings_may_change_places(tmp_path: Path) -> None:
    keys, warnings = settings_from(tmp_path, "[keys]\n'page.next' = 'k'\n'page.previous' = 'j'\n")
    assert warnings == ""
    assert keys == {"page.next": "k", "page.previous": "j"}
