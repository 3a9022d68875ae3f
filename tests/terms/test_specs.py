"""Entries test themselves: a glossary one of whose specs fails is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import GlossaryError
from reader.terms.concepts import Glossary
from reader.terms.glossary_yaml import load_glossary, read_glossary, sound_glossary

SPEC = """\
glossary: {{version: 1, languages: [zh-Hans, en]}}
concepts:
  - id: giant
    terms:
      - {{lang: zh-Hans, text: 小巨人, status: preferred}}
      - {{lang: en, text: little giant, status: preferred}}
    specs:
      - {{source: 小巨人来了, target: They arrive, expect: [{kind}]}}
"""


@pytest.mark.parametrize("load", [sound_glossary, load_glossary])
def test_a_glossary_that_fails_its_own_spec_is_refused_with_the_line(
    load: Callable[[Path], Glossary], tmp_path: Path
) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text(SPEC.format(kind="missing"), encoding="utf-8")
    assert load(path).concepts
    path.write_text(SPEC.format(kind="forbidden"), encoding="utf-8")
    for _ in "twice":  # what is refused is not kept either
        with pytest.raises(GlossaryError, match=r"terms\.yaml:8:1: giant: this spec expects forbidden"):
            load(path)
    assert read_glossary(path).concepts
