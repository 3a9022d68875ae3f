"""Invalid XLIFF is refused: each of its faults is a sentence with the place where it stands."""

import pytest

from tests.text.bitexts.xliff.documents import (
    EVERYTHING,
    EVERYTHING_1,
    HEAD,
    SEGMENT,
    UNIT,
    broken,
    document,
    faults_of,
)

SOUND = document("file", UNIT)
TARGETED = document("unit", "<segment><source>a</source>\n»<target>b</target></segment>")
TAILED = document("unit", f"{SEGMENT}<ignorable><source>a</source>\n»<target>b</target></ignorable>")
CASES = {f"{case.kind}: {case.name}": (case.document, case.said) for case in broken()} | {
    "root: no file": (f"{HEAD.replace('<xliff', '»<xliff')}</xliff>", "<xliff> has no <file>"),
    "root: no target language": (
        TARGETED.replace(' trgLang="fr"', ""),
        "here is a target, and <xliff> has no trg",
    ),
    "root: none for an ignorable": (
        TAILED.replace(' trgLang="fr"', ""),
        "here is a target, and <xliff> has no t",
    ),
}
ROOTS = {
    "no version": (' version="2.1"', "", "<xliff> has no version"),
    "unknown version": ("2.1", "3.0", "version of <xliff> is '3.0'"),
    "no source language": (' srcLang="en"', "", "<xliff> has no srcLang"),
    "a source language that is none": ('"en"', '"e n"', "srcLang of <xliff> is 'e n'"),
    "a target language that is none": ('"fr"', '"f_"', "trgLang of <xliff> is 'f_'"),
    "an unknown attribute": ('version="2.1"', 'version="2.1" lang="en"', "<xliff> cannot have 'lang'"),
}
ROOT = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:my="urn:my" version="1.2"'
START, END = '<bpt id="4">&lt;b>', '<ept id="4">x</ept>'
ALTERNATIVE = '<alt-trans match-quality="80"><source>x</source><target>y</target>'
KIND = '<bin-unit id="2" mime-type="x">'
BINARY = '<bin-source><external-file href="x"/></bin-source>'
ONE = {
    "no version": (ROOT, f"»{ROOT[:-14]}", "<xliff> has no version"),
    "unknown version": (ROOT, f'»{ROOT[:-4]}1.7"', "version of <xliff> is '1.7'"),
    "no original": ('<file original="a.txt"', "»<file", "<file> has no original"),
    "no source language": (
        '<file original="a.txt" source-language="en"',
        '»<file original="a"',
        "<file> has no s",
    ),
    "an unknown element": ("<phase-group>", "»<phases/><phase-group>", "<phases> has no place in <header>"),
    "a late segmentation": (
        '"3"><source>x</source>',
        '"3"><source>x</source><target>y</target>\n»<seg-source>x</seg-source>',
        "<seg-source> stands too late in <trans-unit>",
    ),
    "two skeletons": (
        "<skl>",
        '<skl><external-file href="x"/></skl>»<skl>',
        "a second <skl> stands in <header>",
    ),
    "a phase without a process": (
        '<phase phase-name="p" process-name="q"',
        '»<phase phase-name="p"',
        "<phase> has",
    ),
    "a context of no type": ('<context context-type="x"', "»<context", "<context> has no context-type"),
    "a unit without id": ('<trans-unit id="3">', "»<trans-unit>", "<trans-unit> has no id"),
    "units of one id": (
        '<trans-unit id="3">',
        '»<trans-unit id="1">',
        "a second <trans-unit> has the id '1'",
    ),
    "a unit without source": (
        '<trans-unit id="3"><source>x</source>',
        '»<trans-unit id="3">',
        "<trans-unit> has no",
    ),
    "two sources": ('"3">', '"3"><source>y</source>»', "a second <source> stands in <trans-unit>"),
    "a target before the source": (
        '"3">',
        '"3"><target>y</target>»',
        "<source> stands too late in <trans-unit>",
    ),
    "a unit approved perhaps": (
        '<trans-unit id="1" approved="yes"',
        '»<trans-unit id="1" approved="?"',
        "approved of",
    ),
    "a code without id": ('<x id="2"/>', "»<x/>", "<x> has no id"),
    "a code that opens nowhere": ('<it id="6" pos="open"', '»<it id="6"', "<it> has no pos"),
    "one that opens elsewhere": (
        '<it id="6" pos="open"',
        '»<it id="6" pos="begin"',
        "pos of <it> is 'begin'",
    ),
    "a mark of no type": ('<mrk mtype="term"', "»<mrk", "<mrk> has no mtype"),
    "an unknown state": (
        '<target state="translated">',
        '»<target state="done">',
        "state of <target> is 'done': it must be new, needs-translation, needs-adaptation, needs-l10n,",
    ),
    "a state of a tool without a name": (
        '<target state="translated">',
        '»<target state="x-">',
        "state of <tar",
    ),
    "a misspelt attribute": (
        '<trans-unit id="1" approved="yes"',
        '»<trans-unit id="1" aproved="yes"',
        "<trans-unit> cannot have 'aproved'",
    ),
    "a misspelt note": ('<note from="x">', '»<note annotate="x">', "<note> cannot have 'annotate'"),
    "a start without an end": (
        f"{START}<sub>c</sub></bpt>{END}",
        f"»{START}</bpt>",
        "<bpt> has no <ept> in this <source>",
    ),
    "an end without a start": (
        f"{START}<sub>c</sub></bpt>{END}",
        f"»{END}",
        "<ept> has no <bpt> in this <source>",
    ),
    "an end of another start": (
        f"{START}<sub>c</sub></bpt>{END}",
        '<bpt id="4" rid="1"/><ept id="5" rid="1"/>»<ept id="4" rid="2"/>',
        "<ept> has no <bpt> in this <source>",
    ),
    "a start that the target leaves open": (
        ">A B<",
        '>»<bpt id="4">b</bpt>A B<',
        "<bpt> has no <ept> in this <target>",
    ),
    "an end among the segments": (
        ">a b<",
        '>a b»<ept id="4">b</ept><',
        "<ept> has no <bpt> in this <seg-source>",
    ),
    "an empty start without an end": (
        '<bx id="3"/><ex id="3"/>',
        '»<bx id="3" rid="1"/>',
        "<bx> has no <ex> in this <source>",
    ),
    "an empty end without a start": (
        '<bx id="3"/><ex id="3"/>',
        '»<ex id="3" rid="1"/>',
        "<ex> has no <bx> in this <source>",
    ),
    "text in a code": ('<x id="2"/>', '<x id="2">»x</x>', "'x' stands in <x>"),
    "an element of XLIFF 2": ("<bx ", '»<pc id="5"/><bx ', "<pc> has no place in <source>"),
    "text in a unit": ('"3">', '"3">»x', "'x' stands in <trans-unit>"),
    "text in the body": ('<trans-unit id="3"', '»x<trans-unit id="3"', "'x' stands in <body>"),
    "an alternative without a target": (ALTERNATIVE, f"»{ALTERNATIVE[:-18]}", "<alt-trans> has no <target>"),
    "a binary unit without source": (f"{KIND}{BINARY}", f"»{KIND}", "<bin-unit> has no <bin-source>"),
    "a file that is nowhere": (
        '<external-file href="g"/>',
        "»<external-file/>",
        "<external-file> has no href",
    ),
}


def place(marked: str) -> tuple[int, int]:
    """Line and column of the sign in a text."""
    before = marked[: marked.index("»")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("marked", "said"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_told_where_it_is_broken(marked: str, said: str) -> None:
    (fault,) = faults_of(marked.replace("»", ""))
    assert fault.message.startswith(said)
    assert (fault.path, fault.line, fault.column) == ("x.xlf", *place(marked))


@pytest.mark.parametrize(("old", "new", "said"), ROOTS.values(), ids=ROOTS)
def test_a_broken_root_is_told(old: str, new: str, said: str) -> None:
    (fault,) = faults_of(SOUND.replace(old, new, 1))
    assert fault.message.startswith(said)
    assert (fault.line, fault.column) == (2, 1)


@pytest.mark.parametrize(("old", "new", "said"), ONE.values(), ids=ONE)
def test_a_broken_rule_of_the_first_version_is_told(old: str, new: str, said: str) -> None:
    marked = EVERYTHING_1.replace(old, new, 1)
    (fault,) = faults_of(marked.replace("»", ""))
    assert fault.message.startswith(said)
    assert (fault.line, fault.column) == place(marked)


def test_there_are_as_many_kinds_as_the_standard_has() -> None:
    assert len(CASES) + len(ROOTS) >= 162


@pytest.mark.parametrize("sound", [SOUND, EVERYTHING, EVERYTHING_1], ids=["small", "2", "1"])
def test_nothing_is_wrong_with_a_sound_file(sound: str) -> None:
    assert not [str(fault) for fault in faults_of(sound)]


@pytest.mark.parametrize("version", ["2.0", "2.2"])
def test_every_second_version_reads_alike(version: str) -> None:
    data = EVERYTHING.replace('version="2.1"', f'version="{version}"')
    assert not faults_of(data.replace("document:2.0", f"document:{version}"))


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    data = document("file", f'<unit>\n<segment id="a b"/>\n</unit>{UNIT}\n<group/>')
    assert [fault.line for fault in faults_of(data)] == sorted(fault.line for fault in faults_of(data))
    assert len(faults_of(data)) == 4


def test_a_file_of_nothing_but_faults_is_not_read_to_its_end() -> None:
    assert len(faults_of(document("file", "<unit/>" * 1_000))) == 100
