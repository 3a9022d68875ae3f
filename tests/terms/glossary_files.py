"""A glossary file with everything an entry can hold, as tests write it."""

from pathlib import Path

HEAD = """\
glossary: {version: 1, title: T, languages: [zh-Hans, en], source: ours, extra: [{level: lang, xml: de}]}
sources:
  S1: {title: A page, url: 'https://example.org/a', kind: weak}
concepts:
"""
WHOLE = (
    HEAD
    + """\
- id: zhuan-jing
  subject_field: policy
  tier: core
  definitions:
  - {lang: en, text: A label., source: S1}
  notes: [Keep it.]
  facts:
  - {text: It began in 2011., sources: [S1], caution: one source}
  related: [ju-ren]
  links: [{url: 'https://example.org/b', text: B}]
  images: [{url: 'https://example.org/c.png'}]
  history: [{action: origination, date: 2021-11-29, by: us}]
  customer: C
  project: P
  extra: [{level: concept, xml: <x/>}]
  terms:
  - {lang: zh-Hans, text: 专精特新, pinyin: zhuān-jīng, pos: adjective, status: preferred}
  - lang: en
    text: specializing and new
    type: phrase
    status: deprecated
    severity: critical
    why: half is lost
    gender: other
    geo: GB
    note: rare
    match: {case: exact, inflect: no, boundary: no, variants: [specialising], except_in: [not specializing]}
    contexts: [{text: They are., source: S1}]
    extra: [{level: term, xml: <y/>}]
  specs:
  - {source: 专精特新, target: specializing and new, expect: [forbidden]}
  - {source: 专精特新, target: SRDI, expect: []}
- id: ju-ren
  terms: [{lang: en, text: no}]
"""
)


def write(folder: Path, text: str) -> Path:
    path = folder / "g.yaml"
    path.write_text(text, encoding="utf-8")
    return path
