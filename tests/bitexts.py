"""Reading a bitext out of a test's own text, and looking at what came of it."""

from pathlib import Path

from reader.errors import Fault
from reader.text.bitexts.opening import open_bitext
from reader.text.bitexts.request import Request
from reader.text.segments import Bitext, Segment


def opened(
    name: str, text: str | bytes, source: str = "zh", target: str = "en", encoding: str = ""
) -> Bitext:
    """The text as a file of this name, in these languages; "" leaves them to be found out."""
    data = text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
    return open_bitext(
        Request(Path(name), data=data, source_language=source, target_language=target, encoding=encoding)
    )


def segments(bitext: Bitext) -> list[Segment]:
    """Its segments, without the faults."""
    return [one for one in bitext.segments if isinstance(one, Segment)]


def pairs(bitext: Bitext) -> list[tuple[str, str]]:
    """The texts of source and target of each segment."""
    return [(one.source.text, one.target.text) for one in segments(bitext) if one.source]


def faults(bitext: Bitext) -> list[str]:
    """What is said of the units that were passed over, each in its first line."""
    return [str(one).split("\n")[0] for one in bitext.segments if isinstance(one, Fault)]
