"""A long text to read, in English and Chinese, the same one every time it is made."""

import random
from itertools import product
from pathlib import Path

PARAGRAPHS = 100_000
SIZE = 35_000_000  # bytes, of the whole file

_WHO = (
    "Small and medium-sized enterprises",
    'Thirty-one "little giant" companies',
    "Specializing and new companies",
    "Three workshops beside the canal",
    "The engineers of a county town",
    "Universities and research institutes",
)
_DOES = (
    "have kept to one narrow line of work for many years",
    "make the bearing that nobody notices until it fails",
    "answer a market that asks for smaller series and sooner",
    "share their laboratories, their patents and their doubts",
    "bring the industrial chain and the supply chain closer together",
)
_SO = (
    "and that is where independent innovation begins.",
    "because key core technologies cannot be bought ready-made.",
    "although financing remains difficult and expensive.",
    "so that the results of research reach the shop floor.",
)
_WHO_ZH = ("中小企业", "专精特新企业", "三十一家“小巨人”企业", "县城里的工程师", "高校和科研院所")
_DOES_ZH = (
    "多年专注于一个细分领域",
    "把产业链和供应链连得更紧",
    "共用实验室和专利",
    "造出了不起眼却离不开的轴承",
)
_SO_ZH = (
    "，自主创新由此起步。",
    "，关键核心技术是买不来的。",
    "，尽管融资难、融资贵仍未解决。",
    "，科研成果才能走进车间。",
)


def long_text(folder: Path) -> Path:
    """Make the text in `folder`: a headline and PARAGRAPHS paragraphs in SIZE bytes; returns the file."""
    path = folder / "long.txt"
    chance = random.Random(35)
    english = [" ".join(parts) for parts in product(_WHO, _DOES, _SO)]
    chinese = ["".join(parts) for parts in product(_WHO_ZH, _DOES_ZH, _SO_ZH)]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        written = file.write("A long text for a patient reader")
        for number in range(1, PARAGRAPHS + 1):
            room = (SIZE - written) // (PARAGRAPHS + 1 - number) - 2
            block = _block(chance, number, room, english, chinese)
            written += 2 + len(block.encode())
            file.write("\n\n" + block)
    return path


def _block(chance: random.Random, number: int, room: int, english: list[str], chinese: list[str]) -> str:
    """A paragraph that brings the text close to `room` bytes a paragraph, in one language or in both."""
    block = f"  Paragraph {number}." if number % 5 == 1 else f"Paragraph {number}."
    size = len(block)
    while size < room - 60:
        sentence = chance.choice(chinese if chance.random() < 0.4 else english)
        block += " " + sentence
        size += 1 + len(sentence.encode())
    return block
