"""What every page of HTML here has in common: it stands alone, and nothing in it runs or is fetched."""

from html import escape

from reader.text.clean import clean

FOOT = "</main>\n</body>\n</html>\n"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def head(title: str, language: str, style: str) -> str:
    """The page up to its main heading, for day and night; `FOOT` ends it."""
    named = safe(title)
    return (
        f'<!doctype html>\n<html lang="{safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{named}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{named}</h1>\n"
    )


def safe(text: str) -> str:
    """The text for HTML, harmless; also between the quotation marks of an attribute."""
    return escape(clean(text))
