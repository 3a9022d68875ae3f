"""Documents of XLIFF for tests: sound ones with everything in them, frames to put a piece into, units."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.errors import Fault, FaultyError
from reader.text.bitexts.request import Request
from reader.text.bitexts.xliff.reading import read_xliff
from reader.text.segments import Bitext, Segment

HEAD = (
    '<?xml version="1.0"?>\n'
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"\n'
    ' xmlns:my="urn:my" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"\n'
    ' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"\n'
    ' xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0"\n'
    ' xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"\n'
    ' xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"\n'
    ' xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:its="http://www.w3.org/2005/11/its">\n'
)
TAIL = "\n</xliff>\n"
SEGMENT = '<segment><source>a <mrk id="m1" type="term">b</mrk></source></segment>'
UNIT = f'<unit id="u9">{SEGMENT}</unit>'
_DATA = '<originalData>\n<data id="d1">x</data>\n</originalData>\n'
_SIZES = (
    '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"/>\n'
    '<slr:data profile="x"><my:s id="z1"/></slr:data>\n'
)
_FILE = ('<file id="f1">\n', "\n</file>")
_UNIT = (f'{_FILE[0]}<unit id="u1">\n', f"\n</unit>{_FILE[1]}")
WHERE: dict[str, tuple[str, str]] = {
    "outside": ("", ""),
    "file": _FILE,
    "unit": _UNIT,
    "beside": (_UNIT[0], f"\n{SEGMENT}{_UNIT[1]}"),
    "source": (f'{_UNIT[0]}<segment id="s1">\n<source>', f"</source>\n</segment>{_UNIT[1]}"),
    "data": (f"{_UNIT[0]}{_DATA}<segment><source>", f"</source></segment>{_UNIT[1]}"),
    "sized": (f"{_FILE[0]}{_SIZES}", _FILE[1]),
}
"""The frames that a piece of a document is put into, by what it is a piece of."""


def document(where: str, piece: str) -> str:
    """A document of XLIFF 2.1 with this piece in it."""
    before, behind = WHERE[where]
    return f"{HEAD}{before}{piece}{behind}{TAIL}"


class Broken(NamedTuple):
    """A document that breaks one rule: `»` stands where, and the fault's message begins so."""

    kind: str
    name: str
    document: str
    said: str


def broken() -> Iterator[Broken]:
    """The documents of broken2.tsv."""
    for line in Path(__file__).with_name("broken2.tsv").read_text("utf-8").splitlines()[1:]:
        kind, name, where, piece, said = line.split("\t")
        yield Broken(kind, name, document(where, piece.replace("⏎", "\n")), said)


EVERYTHING = document(
    "outside",
    """<file id="f1" original="x" canResegment="no" translate="yes" srcDir="ltr" trgDir="auto" my:a="1">
 <skeleton>anything <my:x/></skeleton>
 <my:x id="x1"><my:y id="x2">z</my:y></my:x>
 <mda:metadata id="md"><mda:metaGroup id="mg" category="c" appliesTo="source"><mda:metaGroup>
  <mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metaGroup></mda:metadata>
 <slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8">
  <slr:normalization general="nfc" storage="none"/></slr:profiles>
 <slr:data profile="xliff:codepoints"><my:size id="z1">44</my:size></slr:data>
 <res:resourceData><res:resourceItem id="r1" mimeType="text/xml" context="no">
  <res:source href="a.xml" xml:lang="en"/><res:target xml:lang="de"><my:x/></res:target>
  <res:reference href="b.xml"/></res:resourceItem></res:resourceData>
 <val:validation><val:rule isPresent="x" occurs="2" caseSensitive="no"/><val:rule isNotPresent="y"/>
  <val:rule startsWith="z" existsInSource="yes" disabled="yes"/><val:rule my:rule="w"/></val:validation>
 <ctr:changeTrack><ctr:revisions appliesTo="note" ref="n1" currentVersion="v1"><ctr:revision version="v1"
  author="me" datetime="2020-01-01T00:00:00Z"><ctr:item property="content">old</ctr:item>
  <ctr:item property="priority">3</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>
 <notes><note id="n1" appliesTo="target" priority="10" category="c" my:a="1">note</note><note>x</note></notes>
 <group id="g1" name="g" type="my:menu" slr:sizeInfoRef="z1" slr:sizeRestriction="35,*" fs:fs="p">
  <notes><note id="n1">the same id</note></notes>
  <group id="g2"/>
  <unit id="u1" name="x" type="my:u" slr:sizeRestriction="*" slr:storageRestriction="255" its:any="y">
   <mtc:matches><mtc:match id="1" ref="#m1" matchQuality="99.5" similarity="100" type="tm" subType="my:x">
     <mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata>
     <originalData><data id="d1">code</data></originalData>
     <source><ph id="1" dataRef="d1"/>a</source><target><ph id="1" dataRef="d1"/>b</target><my:x/>
    </mtc:match><mtc:match ref="#t=m2" reference="yes"><source/><target
     xml:lang="de"/></mtc:match></mtc:matches>
   <gls:glossary><gls:glossEntry id="g1" ref="#m1"><gls:term source="s">t</gls:term><gls:translation
     id="g2" ref="#t=m2">u</gls:translation><gls:definition>d</gls:definition></gls:glossEntry></gls:glossary>
   <my:x/>
   <notes><note id="n1">note</note></notes>
   <originalData><data id="d1">&lt;b></data><data id="d2"
    dir="rtl">&lt;/b><cp hex="0001"/></data></originalData>
   <segment id="s1" canResegment="yes" state="translated" subState="my:checked">
    <source><pc id="1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">a</pc><mrk id="m1"
      type="term" ref="http://x/y" value="v" my:a="1">b</mrk><mrk id="m3" type="comment"
      ref="#n=n1">c</mrk>
     <sm id="m4" type="comment" value="d" translate="no"/>d<em startRef="m4"/><cp hex="FFFE"/>
     <ph id="2" canCopy="no" canDelete="no" canReorder="firstNo" disp="x" equiv="" subFlows="u2 u3"/><sc
      id="3" canReorder="no" canDelete="no" canCopy="no" fs:fs="a" fs:subFs="href,x\\class,y"/>e<ec
      startRef="3" canReorder="no" canDelete="no"
      canCopy="no"/><ph id="4" slr:equivStorage="7" slr:sizeInfo="0"/></source>
    <target order="3"><pc id="1" dataRefStart="d1" dataRefEnd="d2">a</pc><mrk id="m2" type="my:t">b</mrk>
     <ph id="2" canCopy="no" canDelete="no" canReorder="firstNo"/><sc id="3" canReorder="no" canDelete="no"
      canCopy="no"/>e<ec startRef="3" canReorder="no" canDelete="no" canCopy="no"/><ph id="4"/><ph id="5"
      copyOf="4"/><ph id="only"/></target></segment>
   <ignorable id="i1"><source xml:space="preserve"> </source><target
     xml:space="preserve"> </target></ignorable>
   <segment><source xml:lang="EN"><sc id="6" isolated="yes"/>x</source><target order="1" xml:lang="fr"><ec
    id="6e" isolated="yes" fs:fs="b"/><sc id="6" isolated="yes"/>y</target></segment>
  </unit>
  <unit id="u2"><segment><source><sc id="1"/><mrk id="m" type="my:r" ref="#f=f1/res=r1">x</mrk></source>
   </segment><segment><source><ec startRef="1"/><mrk id="n" type="my:n" ref="#f=f1/n=n1">y</mrk></source>
   </segment></unit>
 </group>
 <unit id="u3"><segment id="s1"><source><mrk id="1" type="my:x" ref="#/f=f1/u=u1/s1">x</mrk><mrk id="2"
  type="my:y" ref="other.xlf#a=b/c">y</mrk></source></segment></unit>
</file>
<file id="f2"><skeleton href="x"/><unit id="u1" xml:lang="en" xml:space="preserve"><segment><source
 xml:space="preserve">x</source><target xml:lang="fr">y</target></segment></unit></file>""",
)

EVERYTHING_1 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:my="urn:my" version="1.2" xml:lang="en">
<file original="a.txt" source-language="en" target-language="fr" datatype="plaintext" my:a="1" tool-id="t">
 <header><skl><internal-file form="text">anything <my:x/></internal-file></skl>
  <phase-group><phase phase-name="p" process-name="q"><note>n</note></phase></phase-group>
  <glossary><external-file href="g"/></glossary><reference><internal-file>x</internal-file></reference>
  <count-group name="c"><count count-type="word">3</count></count-group>
  <prop-group name="p"><prop prop-type="x">y</prop></prop-group><note>n</note>
  <tool tool-id="t" tool-name="T"><my:x/></tool><my:x/></header>
 <body>
  <group id="g" translate="yes"><context-group name="c"><context context-type="x">y</context></context-group>
   <note>n</note><my:x/>
   <trans-unit id="1" approved="yes" translate="yes" resname="x" strange="y"><source xml:lang="en">a <g
     id="1">b<x id="2"/></g><bx id="3"/><ex id="3"/><bpt id="4">&lt;b><sub>c</sub></bpt><ept id="4">x</ept><ph
     id="5"/><it id="6" pos="open">x</it><mrk mtype="term" mid="7">d</mrk></source>
    <seg-source><mrk mtype="seg" mid="1">a b</mrk> <mrk mtype="seg" mid="2">d</mrk></seg-source>
    <target state="translated"><mrk mtype="seg" mid="1">A B</mrk> <mrk mtype="seg" mid="2">D</mrk></target>
    <note from="x">n</note>
    <alt-trans match-quality="80"><source>x</source><target>y</target></alt-trans><my:x/>
   </trans-unit></group>
  <bin-unit id="2" mime-type="x"><bin-source><external-file href="x"/></bin-source></bin-unit>
  <trans-unit id="3"><source>x</source></trans-unit>
 </body>
</file></xliff>
"""


FIRST = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
FILE = '<file original="x" source-language="zh-CN" target-language="en" datatype="x"><body>\n'
SECOND = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">\n'


def open_xliff(data: str | bytes, source: str = "", target: str = "", skip_empty: bool = False) -> Bitext:
    raw = data.encode(errors="surrogatepass") if isinstance(data, str) else data
    request = Request(Path("x.xlf"), data=raw, source_language=source, target_language=target)
    return read_xliff(request._replace(skip_empty=skip_empty))


def first(units: str, skip_empty: bool = False) -> list[Segment | Fault]:
    """What comes of these units of XLIFF 1.2, which begin in line 2."""
    return list(open_xliff(f"{FIRST}{FILE}{units}</body></file></xliff>", skip_empty=skip_empty).segments)


def second(units: str, skip_empty: bool = False) -> list[Segment | Fault]:
    """What comes of these units of XLIFF 2, which begin in line 2."""
    return list(open_xliff(f'{SECOND}<file id="f">{units}</file></xliff>', skip_empty=skip_empty).segments)


def unit1(target: str, source: str = "源") -> str:
    return f'<trans-unit id="u"><source>{source}</source>{target}</trans-unit>'


def unit2(target: str, source: str = "源") -> str:
    return f'<unit id="u"><segment><source>{source}</source>{target}</segment></unit>'


def faults_of(data: str) -> tuple[Fault, ...]:
    """What is wrong with a file."""
    try:
        list(read_xliff(Request(Path("x.xlf"), data=data.encode())).segments)
    except FaultyError as error:
        return error.faults
    return ()
