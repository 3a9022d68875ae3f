"""Several processes check what they can share."""

import os
from pathlib import Path
from threading import Thread

import pytest

from reader.cli import main

TERMS = "zh,en,status\n企业,enterprise,preferred\n"
ROW = "企业很重要，而且越来越重要。\tShops matter, and they matter more and more.\n"


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_a_pipe_is_read_by_one_process(jobs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe, terms = tmp_path / "pipe.tsv", tmp_path / "terms.csv"
    terms.write_text(TERMS, encoding="utf-8")
    os.mkfifo(pipe)
    rows = 30_000
    writer = Thread(target=pipe.write_text, args=(ROW * rows, "utf-8"))
    writer.start()
    words = [str(pipe), "--glossary", str(terms), "--from", "zh", "--to", "en", "--format", "jsonl"]
    assert main(["check", *words, "--jobs", jobs]) == 1
    writer.join()
    assert capsys.readouterr().out.count('"missing"') == rows
