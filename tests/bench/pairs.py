"""Translated segments and a termbase for them, English and Chinese, the same ones every time they are made.

A term is made of two or three words, each with its Chinese: `regional innovation centre`, 区域创新中心. Every
second segment has a term of the small termbase, as in the texts that a termbase is made for, and two of a
hundred are not called by their names. The termbase of 100,000 terms has all that the texts speak of, and
most of what is made of the same words: two or three terms a segment, in every other segment one in another.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

_FIRST = (
    "regional 区域|advanced 先进|digital 数字|green 绿色|domestic 国内|foreign 国外|public 公共|"
    "private 民营|rural 农村|urban 城市|national 国家|local 地方|modern 现代|smart 智能|open 开放|"
    "joint 联合|common 共同|special 专项|basic 基础|applied 应用|medical 医疗|marine 海洋|mobile 移动|"
    "optical 光学|thermal 热力|nuclear 核能|solar 太阳能|electric 电动|hybrid 混合|organic 有机|"
    "chemical 化工|precise 精密|heavy 重型|light 轻型|global 全球|central 中央|annual 年度|"
    "seasonal 季度|financial 金融|fiscal 财政|legal 法律|social 社会|cultural 文化|economic 经济|"
    "technical 技术|strategic 战略|structural 结构|dynamic 动态|linear 线性|neural 神经|virtual 虚拟|"
    "secure 安全"
)
_SECOND = (
    "innovation 创新|industry 产业|research 研究|resource 资源|service 服务|energy 能源|water 水利|"
    "traffic 交通|market 市场|credit 信贷|trade 贸易|talent 人才|product 产品|quality 质量|safety 安保|"
    "supply 供应|demand 需求|value 价值|patent 专利|brand 品牌|data 数据|cloud 云端|network 网络|"
    "signal 信号|sensor 传感|vehicle 车辆|battery 电池|engine 发动机|material 材料|metal 金属|"
    "fibre 纤维|crystal 晶体|process 工艺|design 设计|logistics 物流|storage 仓储|finance 融资|"
    "budget 预算|tax 税务|audit 审计|culture 文教|health 健康|climate 气候|carbon 碳排放|forest 森林|"
    "harbour 港口|railway 铁路|aviation 航空"
)
_HEAD = (
    "centre 中心|chain 链条|system 体系|policy 政策|platform 平台|project 项目|plan 规划|fund 基金|"
    "zone 园区|standard 标准|reform 改革|model 模式|cluster 集群|agency 机构|enterprise 企业|"
    "laboratory 实验室|station 站点|programme 计划|committee 委员会|framework 框架|mechanism 机制|"
    "capacity 能力|facility 设施|institute 研究院|agreement 协定|report 报告|index 指数|reserve 储备|"
    "bureau 局|alliance 联盟|exchange 交易所|council 理事会|register 名录|licence 许可证|corridor 走廊|"
    "terminal 终端|contract 合同|survey 调查|review 评审|account 账户"
)
_OPENINGS = (
    ("In the first half of the year,", "今年上半年，"),
    ("According to the statement,", "据介绍，"),
    ("At the same time,", "与此同时，"),
    ("For many of those who work there,", "对许多从业者来说，"),
    ("As was pointed out at the meeting,", "会议指出，"),
    ("It is not by chance that", "并非偶然的是，"),
    ("Since the end of last year,", "自去年年底以来，"),
    ("", ""),
)
_DOING = (
    ("has been brought closer to", "进一步贴近"),
    ("was put to the test by", "经受了……的考验："),
    ("could hardly have done without", "离不开"),
    ("will be looked after by", "将由……负责："),
    ("is still waiting for", "仍在等待"),
    ("has taken over most of the work of", "承担了大部分工作："),
    ("gives way, step by step, to", "逐步让位于"),
    ("cannot be understood apart from", "不能脱离"),
)
_ENDINGS = (
    ("although nobody had expected it to be so soon.", "虽然谁也没有想到会这么快。"),
    ("and this is what the people of the county had hoped for.", "这正是当地群众所期盼的。"),
    ("which may take until the end of the decade.", "这可能要持续到本世纪二十年代末。"),
    ("so that those who come later will find it easier.", "使后来者少走弯路。"),
    ("as the figures of the past months have shown.", "近几个月的数据说明了这一点。"),
    ("but there is a long way to go.", "但要走的路还很长。"),
)
_SYLLABLES = ("ba", "den", "fel", "gor", "hin", "lam", "mer", "nor", "pol", "ran", "sel", "tor", "vin", "wes")
_NAMES = "安柏岑丹恩菲高和嘉凯兰蒙宁欧佩琪瑞森泰维文希亚云泽"


class Word(NamedTuple):
    """An English word or group of words, with its Chinese."""

    english: str
    chinese: str


def concepts(count: int) -> list[Word]:
    """So many terms in each of the two languages; the same first ones whatever the count."""
    chance = random.Random(3)
    first, second, head = map(_words, (_FIRST, _SECOND, _HEAD))
    pairs = [_joined(*words) for words in (*product(first, head), *product(second, head))]
    threes = [_joined(*words) for words in product(first, second, head)]
    chance.shuffle(pairs)
    chance.shuffle(threes)
    if count > len(pairs) + len(threes):
        raise ValueError(f"no {count} terms can be made")
    small = [*pairs[:100], *threes[:150]]
    return [*small, *pairs[100:], *threes[150:]][:count]


def segments(size: int) -> Iterator[Word]:
    """Pairs of sentences, as many as have `size` bytes as lines of a TSV."""
    chance = random.Random(20)
    known, others = concepts(250), concepts(40_000)[250:]
    while size > 0:
        pair = _sentence(chance, known, others)
        size -= len(pair.english.encode()) + len(pair.chinese.encode()) + 2
        yield pair


def _sentence(chance: random.Random, known: Sequence[Word], others: Sequence[Word]) -> Word:
    opening, doing, ending = (Word(*chance.choice(part)) for part in (_OPENINGS, _DOING, _ENDINGS))
    subject = _rendered(chance, _mention(chance, known if chance.random() < 0.5 else others))
    thing = _rendered(chance, _mention(chance, others))
    where = _name(chance)
    number = chance.randint(2, 99_999)
    english = (
        f"{opening.english} the {subject.english} of {where.english} {doing.english} {number:,} "
        f"{thing.english}, {ending.english}"
    ).strip()
    chinese = (
        f"{opening.chinese}{where.chinese}的{subject.chinese}{doing.chinese}{number}个"
        f"{thing.chinese}，{ending.chinese}"
    )
    return Word(english[0].upper() + english[1:], chinese)


def _mention(chance: random.Random, words: Sequence[Word]) -> Word:
    """One of the words, the first ones more often than the last."""
    return words[int(len(words) * chance.random() ** 2)]


def _rendered(chance: random.Random, word: Word) -> Word:
    """The word in the singular or the plural; one in fifty is not called by its name."""
    english = word.english
    if chance.random() < 0.02:
        return Word(f"{english.split()[-1]} for what is {english.split()[0]}", word.chinese)
    if chance.random() < 0.6:
        return word
    return Word(english[:-1] + "ies" if english[-2:] in ("cy", "ty") else english + "s", word.chinese)


def _name(chance: random.Random) -> Word:
    """A place that no termbase has; there are 40,000 of them, as texts have words that are rare."""
    parts = chance.choices(range(len(_SYLLABLES)), k=chance.choice((2, 3, 4)))
    return Word(
        "".join(_SYLLABLES[part] for part in parts).capitalize(), "".join(_NAMES[p] for p in parts) + "市"
    )


def _words(listed: str) -> list[Word]:
    return [Word(*entry.split(" ")) for entry in listed.split("|")]


def _joined(*words: Word) -> Word:
    return Word(" ".join(word.english for word in words), "".join(word.chinese for word in words))
