"""Small termbases, as the tests of `reader glossary` write them."""

TABLE = "企业\tfirm\n小巨人企业\tlittle giant\n"
YAML = """\
glossary: {version: 1, languages: [zh-Hans, en]}
concepts:
  - id: firm
    terms:
      - {lang: zh-Hans, text: 企业, status: preferred}
      - {lang: en, text: firm, status: preferred}
"""
