"""`reader completion SHELL`: the script that lets a shell complete commands, options and file names."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from importlib import import_module

from reader.cli import COMMANDS
from reader.cli.manners import say
from reader.cli.parser import Parser
from reader.errors import UsageError
from reader.text.quoting import cited, did_you_mean

EXAMPLES = """\
  reader completion bash > ~/.local/share/bash-completion/completions/reader
  reader completion zsh > ~/.zfunc/_reader        (a folder of your fpath)
  reader completion tcsh >> ~/.tcshrc
"""
SHELLS = ("bash", "zsh", "tcsh")


def parser() -> Parser:
    """The parser of `reader completion`."""
    made = Parser("completion", COMMANDS["completion"], EXAMPLES)
    made.add_argument("shell", type=_shell, choices=SHELLS, metavar="SHELL", help="bash, zsh or tcsh")
    return made


def run(options: Namespace) -> int:
    """Print the script."""
    say(script(options.shell))
    return 0


def script(shell: str) -> str:
    """The completion script for this shell, ending in LF."""
    import shtab

    text = f"{shtab.complete(_whole(), shell)}\n"
    for before, after in _FILES_TOO.items():
        text = text.replace(before, after)
    return text


def _shell(word: str) -> str:
    """The shell; raises UsageError in words of our own, before argparse compares it with the choices."""
    if word in SHELLS:
        return word
    ending = did_you_mean(word, SHELLS, ": ", "") or ". There are those of bash, zsh and tcsh."
    raise UsageError(f"There is no completion script for the shell {cited(word)}{ending}")


# shtab completes either commands or files as the first word; here it may be both.
_FILES_TOO = {
    "complete -o bashdefault -F": "complete -o bashdefault -o default -F",
    "_describe 'reader commands' _commands": "_describe 'reader commands' _commands\n  _files",
}


def _whole() -> ArgumentParser:
    """One parser with every command in it: only completion needs them all at once."""
    from reader.cli import open as opening

    whole = ArgumentParser(prog="reader")
    opening.add_options(whole)
    commands = whole.add_subparsers(metavar="COMMAND")
    for name, what in COMMANDS.items():
        module = import_module(f"reader.cli.{name}")
        added = _added(commands, name, what, module.parser())
        if parts := getattr(module, "PARTS", None):  # a command with commands of its own
            under = added.add_subparsers(metavar="COMMAND")
            for part, meaning in parts.items():
                _added(under, part, meaning, import_module(f"reader.cli.{name}_{part}").parser())
    _point_at_files(whole)
    return whole


def _added(
    commands: "_SubParsersAction[ArgumentParser]", name: str, what: str, made: ArgumentParser
) -> ArgumentParser:
    """The command's parser as one under the whole."""
    added = commands.add_parser(name, help=what, description=what, parents=[made], add_help=False)
    _point_at_files(added)
    return added


def _point_at_files(parser: ArgumentParser) -> None:
    """Tell shtab, by the attribute it looks for, which words are names of files and folders."""
    import shtab

    kinds = {"FILE": shtab.FILE, "OLD": shtab.FILE, "NEW": shtab.FILE, "DIR": shtab.DIRECTORY}
    for action in parser._actions:
        if action.metavar in kinds:
            vars(action)["complete"] = kinds[action.metavar]
