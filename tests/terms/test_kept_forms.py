"""Forms out of the cache are those that were made."""

from pathlib import Path

import pytest

from reader import folders
from reader.folders import shipped
from reader.terms import forms as made_forms
from reader.terms import kept_forms
from reader.terms.forms import Forms
from reader.terms.glossary_yaml import load_glossary, read_glossary
from reader.terms.kept_forms import language_of

WHOLE = """\
glossary: {version: 1, languages: [en, zh]}
concepts:
- id: giant
  terms:
  - {lang: en, text: the little giant, match: {variants: [small giant], except_in: [little giants' club]}}
  - {lang: en, text: “LG”, match: {case: exact}}
  - {lang: zh, text: 小巨人}
- id: other
  terms: [{lang: en, text: HC}, {lang: en, text: health care}, {lang: en, text: giant, match: {inflect: no}}]
"""


def shown(forms: Forms) -> object:
    facts = (forms.facts.edges, [list(own) for own in forms.facts.concepts], forms.facts.marks)
    return list(forms.patterns), [list(group) for group in forms.at], facts, forms.key


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hans", "de"])
@pytest.mark.parametrize("path", ["whole", "shipped"])
def test_forms_out_of_the_cache_equal_those_that_are_made(lang: str, path: str, tmp_path: Path) -> None:
    file = shipped("glossary.yaml")
    if path == "whole":
        file = tmp_path / "g.yaml"
        file.write_text(WHOLE)
    made = language_of(read_glossary(file), lang)
    for _ in range(2):
        kept = language_of(load_glossary(file), lang)
        assert [shown(forms) for forms in kept[:2]] == [shown(forms) for forms in made[:2]]
        assert kept[2:] == made[2:]


def test_forms_are_made_once_for_a_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(WHOLE)
    first = language_of(load_glossary(file), "en")
    monkeypatch.setattr(kept_forms, "split_forms", None)
    second = language_of(load_glossary(file), "en")
    assert [shown(forms) for forms in second[:2]] == [shown(forms) for forms in first[:2]]


def test_forms_made_by_other_rules_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(WHOLE)
    language_of(load_glossary(file), "en")
    monkeypatch.setattr(kept_forms, "_stamp", lambda: "later")
    monkeypatch.setattr(made_forms, "forms_of", lambda *_: iter(()))
    assert [list(forms.patterns) for forms in language_of(load_glossary(file), "en")[:2]] == [[], []]


@pytest.mark.parametrize("lang", ["../en", "e n", ""])
def test_nothing_is_kept_under_what_is_no_name(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(WHOLE)
    glossary = load_glossary(file)
    kept = sorted(folders.cache_folder().iterdir())
    language_of(glossary, lang)
    assert sorted(folders.cache_folder().iterdir()) == kept


def test_a_glossary_that_was_changed_since_has_its_own_forms(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(WHOLE)
    glossary = load_glossary(file)
    language_of(glossary, "en")
    changed = glossary._replace(concepts=glossary.concepts[1:])
    assert "small giant" not in language_of(changed, "en")[1].patterns
