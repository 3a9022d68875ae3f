"""`reader check [FILE…]`: check the terms of texts and translations against a termbase."""

from argparse import BooleanOptionalAction, Namespace
from pathlib import Path

from reader.cli import COMMANDS
from reader.cli.check_report import ENDINGS, FORMATS, report
from reader.cli.check_run import Run
from reader.cli.output import deliver
from reader.cli.parser import Parser, add_data_dir
from reader.cli.values import jobs, kinds, language
from reader.errors import UsageError
from reader.terms.findings import LEVELS
from reader.text.bitexts.request import FORMATS as INPUTS

EXAMPLES = """\
  reader check
  reader check --source contract.zh.txt --target contract.en.txt
  reader check memory.tmx site.xliff --glossary terms.tbx --fail-on warning
  reader check memory.tmx --output findings.sarif
  reader check memory.tmx --baseline reviewed.json --write-baseline
"""


def parser() -> Parser:
    """The parser of `reader check`."""
    made = Parser("check", COMMANDS["check"], EXAMPLES)
    made.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="texts and translations: txt, md, TMX, XLIFF, PO, TSV, CSV; - is standard input "
        "(default: the article that comes with reader)",
    )
    _add_input(made)
    _add_rules(made)
    _add_output(made)
    _add_review(made)
    return made


def run(options: Namespace) -> int:
    """Check and report; returns 0, 1 where findings weigh enough, 2 where something could not be read."""
    if options.write_baseline and not options.baseline:
        raise UsageError("Which file? `--write-baseline` writes the one that `--baseline FILE` names.")
    if options.reason and not options.dismiss:
        raise UsageError("What for? `--reason` says why a finding may stand that `--dismiss` names.")
    options.format = _form(options)
    if options.output is not None:
        from reader.cli.check_files import read_by
        from reader.cli.overwriting import spare

        spare(options.output, read_by(options))
    made = Run(options)
    if options.restore or options.dismiss or options.write_baseline:
        return _review(made, options)
    pieces = report(options.format, made, painted=options.output is None)
    deliver(pieces, options.output, options.force, lines=options.format == "text")
    return made.code()


def _form(options: Namespace) -> str:
    """The form that was said, else that of the output's ending; raises UsageError where that has none."""
    if options.format or options.output is None:
        return options.format or "text"
    from reader.cli.endings import form_by_ending

    form: str = form_by_ending(options.output, ENDINGS, "text", "a report", FORMATS)
    return form


def _review(made: Run, options: Namespace) -> int:
    from reader.cli import check_review

    if options.restore:
        return check_review.restore(made, options.restore)
    if options.dismiss:
        return check_review.dismiss(made, options.dismiss, options.reason)
    return check_review.write_baseline(made, options.baseline)


def _add_input(made: Parser) -> None:
    group = made.add_argument_group("what is read")
    add = group.add_argument
    add("--source", type=Path, metavar="FILE", help="the source of a pair of files")
    add("--target", type=Path, metavar="FILE", help="its translation, line by line or paragraph by paragraph")
    add(
        "--from",
        dest="source_language",
        type=language,
        metavar="TAG",
        help="the language translated from, as zh-Hans (default: what the file says)",
    )
    add(
        "--to",
        dest="target_language",
        type=language,
        metavar="TAG",
        help="the language that is checked, as en (default: what the file says)",
    )
    add("--as", dest="input_format", choices=INPUTS, help="what the files are (default: what they look like)")
    add("--encoding", default="", metavar="NAME", help="their encoding, as gb18030 (default: found out)")
    add("--skip-empty", action="store_true", help="pass over units without a translation in silence")
    add("--jobs", type=jobs, default=1, metavar="N", help="processes that share a large file (default: 1)")
    add(
        "--keep-going",
        action=BooleanOptionalAction,
        default=True,
        help="check the other files where one cannot be read (default: yes)",
    )


def _add_rules(made: Parser) -> None:
    group = made.add_argument_group("what is looked for")
    group.add_argument(
        "--glossary",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a termbase: YAML, TBX, OmegaT's TSV or CSV; may be said several times "
        "(default: the glossary that comes with reader)",
    )
    group.add_argument(
        "--kind",
        type=kinds,
        action="extend",
        default=[],
        metavar="KIND",
        help="only these, with commas between them: missing, forbidden, non-preferred, inconsistent, "
        "untranslated, wrong-language",
    )


def _add_output(made: Parser) -> None:
    group = made.add_argument_group("what comes out")
    add = group.add_argument
    add(
        "--format",
        choices=FORMATS,
        help="the form of the report (default: by the ending of the output, else text)",
    )
    add("--output", type=Path, metavar="FILE", help="write the report into this file")
    add("--force", action="store_true", help="even where that file exists; never over what is read")
    add(
        "--fail-on",
        choices=(*LEVELS, "never"),
        default="error",
        help="exit with 1 where something as heavy as this is found (default: error)",
    )


def _add_review(made: Parser) -> None:
    group = made.add_argument_group("what was reviewed")
    add = group.add_argument
    add("--baseline", type=Path, metavar="FILE", help="the findings in this file stay quiet")
    add("--write-baseline", action="store_true", help="write all findings of now into that file")
    add("--dismiss", metavar="FINGERPRINT", help="let this finding stand from now on")
    add("--reason", default="", metavar="TEXT", help="why it may stand")
    add("--restore", metavar="FINGERPRINT", help="take a dismissal back")
    add_data_dir(made)
