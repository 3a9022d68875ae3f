"""Telling languages: the document's, a paragraph's in it, and the cases where langdetect alone goes wrong."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import profiles
from reader.text.files import shipped_article
from reader.text.language import Guess, detect, quick_guess, settled_language
from reader.text.profiles import likeliest
from tests.hostile import HOSTILE, HOSTILE_BY_NAME

SENTENCES = {
    "en": "The workshop by the river has made small springs for clocks since my grandfather was young.",
    "de": "Die Werkstatt am Fluss fertigt kleine Federn für Uhren, seit mein Großvater jung war.",
    "es": "El taller junto al río fabrica pequeños muelles para relojes desde que mi abuelo era joven.",
    "fr": "L'atelier au bord de la rivière fabrique de petits ressorts depuis la jeunesse de mon grand-père.",
    "id": "Bengkel di tepi sungai itu membuat pegas kecil untuk jam sejak kakek saya masih muda.",
    "it": "L'officina vicino al fiume produce piccole molle per orologi da quando mio nonno era giovane.",
    "nl": "De werkplaats aan de rivier maakt al kleine veren voor klokken sinds mijn opa jong was.",
    "pl": "Warsztat nad rzeką wytwarza małe sprężyny do zegarów, odkąd mój dziadek był młody.",
    "pt": "A oficina junto ao rio fabrica pequenas molas para relógios desde que o meu avô era jovem.",
    "sv": "Verkstaden vid ån har gjort små fjädrar till klockor sedan min farfar var ung.",
    "tr": "Nehrin kıyısındaki atölye, dedem gençken bile saatler için küçük yaylar yapıyordu.",
    "vi": "Xưởng nhỏ bên bờ sông đã làm lò xo cho đồng hồ từ khi ông tôi còn trẻ.",
    "ru": "Мастерская у реки делает маленькие пружины для часов с тех пор, как мой дед был молод.",
    "uk": "Майстерня біля річки виготовляє маленькі пружини для годинників, відколи мій дід був молодим.",
    "bg": "Работилницата край реката прави малки пружини, откакто дядо ми е бил млад мъж в този град.",
    "mk": "Работилницата крај реката прави мали пружини за часовници уште кога дедо ми беше млад.",
    "ja": "川のそばの工房は、祖父が若いころから時計の小さなばねを作っている。",
    "ko": "강가의 작은 공방은 할아버지가 젊으실 때부터 시계 태엽을 만들어 왔다.",
    "zh-Hans": "河边的小作坊，从我爷爷年轻时起就为钟表做小弹簧。",
    "zh-Hant": "河邊的小作坊，從我爺爺年輕時起就為鐘錶做小彈簧。",
    "zh-Latn": "Hébiān de xiǎo zuōfang, cóng wǒ yéye niánqīng shí qǐ jiù wèi zhōngbiǎo zuò tánhuáng.",
}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items(), ids=list(SENTENCES))
@pytest.mark.parametrize("prior", [None, "en", "zh-Hans", "de-AT"])
def test_a_sentence_is_told_whatever_the_document_is_in(tag: str, sentence: str, prior: str | None) -> None:
    guess = detect(sentence, prior)
    assert guess.tag == (prior if prior and prior.split("-")[0] == tag else tag)
    assert guess.confidence > 0.8
    assert not guess.mixed


@pytest.mark.parametrize("text", ["专精特新", "小巨人", "重要"])
@pytest.mark.parametrize("prior", [None, "en", "ko", "zh-Hans"])
def test_a_chinese_word_is_chinese(text: str, prior: str | None) -> None:
    assert detect(text, prior).tag in {"zh", "zh-Hans"}


@pytest.mark.parametrize("prior", ["en", "zh-Hans", "fr-CA"])
@pytest.mark.parametrize("text", ["Han Xin", "SMEs", "R&D", "à la carte", "ə"])
def test_a_few_latin_letters_follow_the_document(text: str, prior: str) -> None:
    assert detect(text, prior).tag == prior


def test_a_doubtful_guess_follows_the_document() -> None:
    towns = "Madrid Zürich Hanoi Praha Lyon"
    assert detect(towns).confidence < 0.8
    assert detect(towns, "en").tag == "en"


def test_the_document_weighs_in_a_doubtful_case() -> None:
    expected, unknown, unexpected = (
        likeliest("casa grande de campo", "latin", prior) for prior in ("es", None, "pt")
    )
    assert expected[0] == unknown[0] == unexpected[0] == "es"
    assert expected[1] > unknown[1] > unexpected[1]


def test_letters_and_their_marks_may_stand_apart() -> None:
    for sentence in SENTENCES.values():
        assert detect(normalize("NFD", sentence)) == detect(sentence)


def test_a_few_cyrillic_letters_follow_only_a_document_in_them() -> None:
    assert detect("Хан Син", "uk").tag == "uk"
    assert detect("Хан Син", "en").tag in {"ru", "uk", "bg", "mk"}


def test_a_few_letters_without_a_document_are_a_guess_of_little_confidence() -> None:
    assert detect("Han Xin").confidence < 0.5


@pytest.mark.parametrize(
    "text", ["", " \n", "264", "10.2% 12:30 …", "——。，“”", "🇨🇳👩\u200d👩", "https://a.example/b"]
)
def test_without_letters_there_is_no_language(text: str) -> None:
    assert detect(text) == detect(text, "en") == Guess("und", 0.0, False)


@pytest.mark.parametrize("text", ["Γειά σου Κόσμε", "שלום עולם"])
def test_a_script_without_profiles_is_no_language(text: str) -> None:
    assert detect(text, "en").tag == "und"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("LITTLE GIANTS PROP UP BIG INNOVATION", "en"),
        ("KLEINE RIESEN TRAGEN GROSSE ERFINDUNGEN UND NEUE TECHNIK", "de"),
        ("LES PETITS GÉANTS PORTENT LES GRANDES INNOVATIONS", "fr"),
    ],
)
def test_capitals_are_read_as_small_letters(text: str, tag: str) -> None:
    assert detect(text).tag == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Nǐ hǎo, Zhōngguó", "zh-Latn"),
        ("xī'ān de péngyou", "zh-Latn"),
        ("NǙLÌ", "zh-Latn"),
        ("là cá", "vi"),
        ("Zhang Wei he Li Na zài Běijīng gongzuo", "not zh-Latn"),
        ("Nǐ hǎo everybody", "not zh-Latn"),
    ],
)
def test_pinyin_is_syllables_with_tone_marks(text: str, tag: str) -> None:
    assert (detect(text).tag == "zh-Latn") == (tag == "zh-Latn")


@pytest.mark.parametrize(
    ("text", "prior", "tag"),
    [
        ("重要", None, "zh"),
        ("重要", "zh-Hant", "zh-Hant"),
        ("中小企业", "zh-Hant", "zh-Hans"),
        ("重要", "ja", "ja"),
        ("日本語", "ja", "ja"),
        ("第一章", "en", "zh"),
    ],
)
def test_characters_of_every_chinese_follow_the_document(text: str, prior: str | None, tag: str) -> None:
    assert detect(text, prior).tag == tag


@pytest.mark.parametrize(
    ("text", "tag", "mixed"),
    [
        ("“专精特新” means specialized, refined, distinctive and innovative", "en", True),
        ("中小企业（SMEs）能办大事", "zh-Hans", True),
        ("中小企业能办大事，能办大事，能办大事（SMEs）", "zh-Hans", False),
        ("Small and medium-sized enterprises (called 企业 in Chinese) can do great things", "en", False),
    ],
)
def test_two_languages_in_one_paragraph_are_noticed(text: str, tag: str, mixed: bool) -> None:
    assert (detect(text).tag, detect(text).mixed) == (tag, mixed)


def test_addresses_say_nothing_about_the_language() -> None:
    assert detect("https://example.com/die-werkstatt-am-fluss-fertigt-federn 专精特新").tag == "zh-Hans"
    assert detect("werkstatt.am.fluss.fertigt.federn@example.com 专精特新").tag == "zh-Hans"


def test_the_answer_is_the_same_twenty_times() -> None:
    assert len({detect("Han Xin och en till") for _ in range(20)}) == 1


def test_eight_threads_may_ask_first_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        monkeypatch.setattr(profiles, "_factories", {})
        barrier = Barrier(8)
        asked = [SENTENCES["en"], SENTENCES["sv"], SENTENCES["vi"], SENTENCES["ru"]] * 2

        def ask(text: str, barrier: Barrier = barrier) -> str:
            barrier.wait()
            return detect(text).tag

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(ask, asked)) == ["en", "sv", "vi", "ru"] * 2


def test_the_shipped_article_is_english_beside_simplified_chinese() -> None:
    article = shipped_article()
    assert settled_language(paragraph.source for paragraph in article) == "en"
    assert settled_language(paragraph.translation or "" for paragraph in article) == "zh-Hans"
    for paragraph in article:
        assert detect(paragraph.source, "en").tag == "en"
        assert detect(paragraph.translation or "", "en").tag == "zh-Hans"


def test_a_document_is_judged_by_its_beginning_only() -> None:
    def paragraphs() -> Iterator[str]:
        yield from [SENTENCES["en"]] * 200
        raise AssertionError("read on after 10,000 characters")

    assert settled_language(paragraphs()) == "en"


@pytest.mark.parametrize(
    ("paragraphs", "tag"),
    [
        (["T", "a enterprises", "b", "c"], "en"),
        (["Madrid Zürich Hanoi Praha Lyon"], "en"),
        (["重要"], "zh"),
        (["专精特新", "中小企业"], "zh-Hans"),
        (["264"], "und"),
        ([], "und"),
    ],
)
def test_too_little_to_tell_is_read_as_its_letters_suggest(paragraphs: list[str], tag: str) -> None:
    assert settled_language(paragraphs) == tag


def test_enough_to_tell_is_read_as_what_it_is() -> None:
    assert {tag: settled_language([sentence]) for tag, sentence in SENTENCES.items()} == {
        tag: tag for tag in SENTENCES
    }


def test_the_quick_guess_that_was_made_stands_where_there_is_too_little() -> None:
    assert settled_language(["Han Xin"], "zh-Latn") == "zh-Latn"
    assert settled_language([SENTENCES["fr"]], "en") == "fr"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("", "und"),
        ("264", "und"),
        ("Han Xin", "en"),
        ("专精特新", "zh"),
        ("これは", "ja"),
        ("공방", "ko"),
        ("Это", "und"),
    ],
)
def test_the_quick_guess_counts_letters(text: str, tag: str) -> None:
    assert quick_guess(text) == tag


def test_chinese_and_quick_guesses_never_load_langdetect() -> None:
    code = "import sys; from reader.text.language import detect, quick_guess\n"
    code += "detect('专精特新，小巨人'); quick_guess('Little giants'); sys.exit('langdetect' in sys.modules)"
    assert subprocess.run([sys.executable, "-W", "error", "-c", code], check=False).returncode == 0


@given(st.text(st.characters(exclude_categories=())), st.sampled_from([None, "en", "zh-Hans", "ja", "x", ""]))
def test_any_text_has_an_answer(text: str, prior: str | None) -> None:
    guess = detect(text, prior)
    assert guess.tag
    assert 0 <= guess.confidence <= 1


@pytest.mark.parametrize("text", HOSTILE, ids=list(HOSTILE_BY_NAME))
def test_hostile_text_has_an_answer(text: str) -> None:
    assert detect(text).tag
    assert quick_guess(text)
