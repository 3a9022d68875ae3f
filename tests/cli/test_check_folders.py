"""`reader check` with a folder: the sentence names a command that works."""

from pathlib import Path

import pytest

from reader.cli import main


@pytest.mark.parametrize(
    ("folder", "files", "said"),
    [
        ("d", ["a.tmx", "b.tmx", "c.txt", "d.yaml"], "d is a folder. Name the files in it, as `{}d/*.tmx`."),
        ("two words", ["a.PO"], "two words is a folder. Name the files in it, as `{}'two words'/*.PO`."),
        ("d", ["a.yaml", "b"], "d is a folder, and no file in it has an ending of texts or translations."),
        ("d", [], "d is a folder, and no file in it has an ending of texts or translations."),
    ],
)
@pytest.mark.parametrize("pair", [False, True])
def test_a_folder_is_refused_with_what_to_name_instead(
    pair: bool,
    folder: str,
    files: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(folder).mkdir()
    for name in files:
        Path(folder, name).touch()
    words = ["--source", folder, "--target", "a.en.txt"] if pair else [folder]
    assert main(["check", *words]) == 2
    assert capsys.readouterr().err == f"reader: {said.format('reader check ')}\n"
