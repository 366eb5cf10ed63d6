"""Words: what is written is read back, slips of the hand are found, and the rest is refused."""

import unicodedata
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.shortmsg import layout, plain_marks, plain_values
from app.shortmsg.checking import LETTERS, check_letters
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import Answer
from app.shortmsg.plain import read, write
from tests.app.shortmsg.made import EACH, KINDS, MESSAGES, ORDER, OTHER, RECEIPT, SHARED


def checked(body: str) -> str:
    return f"{body} 校{check_letters(body)}"


def flaw_of(typed: str, shared=SHARED) -> tuple[str, str]:
    with pytest.raises(ShortMessageError) as caught:
        read(typed, shared)
    return caught.value.code, caught.value.detail


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_comes_back_as_it_was(kind, chinese):
    @given(KINDS[kind])
    @settings(max_examples=150, deadline=None)
    def holds(message):
        for short in (False, True):
            words = write(message, SHARED, chinese=chinese, short=short)
            assert read(words, SHARED) == message

    holds()


def test_a_receipt_reads_like_this():
    assert write(RECEIPT).rpartition(" ")[0] == (
        "渝收1 任261124-123 次1 时261124-1200 复签收 文路断，绕行"
    )
    assert write(RECEIPT, chinese=False).rpartition(" ")[0] == (
        "YTRCP1 /T261124-123 /N1 /H261124-1200 /RY /X路断，绕行"
    )


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


WAYS = {
    "as cards write it": lambda t: t.replace(",", "，").replace("*", "﹡"),
    "no blanks": lambda t: t.replace(" ", ""),
    "many blanks": lambda t: t.replace(" ", " \u3000\t\r\n "),
    "small letters": str.lower,
    "full width": full_width,
    "around": lambda t: f"\n {t} \n",
    "letters apart": lambda t: t[:-2] + " " + t[-2:],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_ways_of_typing_do_not_matter(message, chinese, way):
    found = read(WAYS[way](write(message, SHARED, chinese=chinese)), SHARED)
    assert unicodedata.normalize("NFKC", found.text) == unicodedata.normalize("NFKC", message.text)
    assert replace(found, text="") == replace(message, text="")


@given(st.permutations(["任261124-123", "次1", "时261124-1200", "复签收"]))
@settings(max_examples=24, deadline=None)
def test_fields_may_stand_in_any_order(fields):
    assert read(checked("渝收1 " + " ".join(fields) + "文路断，绕行")) == RECEIPT


def test_a_star_that_a_card_wrote_otherwise_is_no_slip():
    right = write(replace(RECEIPT, text="2*3"))
    assert read(right.replace("*", b"\xa9\x7e".decode("gb18030"))).task == RECEIPT.task


SLIPS = "0123456789ABXZ-/,.渝令收文校任次时复路断绕行，x"


@pytest.mark.parametrize("chinese", [True, False])
def test_every_single_slip_is_found(chinese):
    right = write(RECEIPT, chinese=chinese)
    for at, there in enumerate(right):
        for other in SLIPS:
            if _same(there, other):
                continue
            with pytest.raises(ShortMessageError):
                read(right[:at] + other + right[at + 1 :])


def _same(one: str, other: str) -> bool:
    """Whether the two are ways of typing the same."""
    return one.isspace() or check_letters(one) == check_letters(other)


@pytest.mark.parametrize("chinese", [True, False])
def test_any_two_characters_changed_over_are_found(chinese):
    right = write(RECEIPT, chinese=chinese).replace(" ", "")
    for first in range(len(right)):
        for second in range(first + 1, len(right)):
            typed = list(right)
            typed[first], typed[second] = typed[second], typed[first]
            if not _same(right[first], right[second]):
                with pytest.raises(ShortMessageError):
                    read("".join(typed))


def test_letters_that_look_alike_are_taken_for_the_digits():
    seen = 0
    for second in range(60):
        right = write(replace(RECEIPT, time=RECEIPT.time.replace(second=second)))
        if set(right[-4:]) & {"0", "1"}:
            seen += 1
            typed = right[:-4] + right[-4:].replace("0", "o").replace("1", "I")
            assert read(typed) == read(right)
    assert seen > 3
    assert not set(LETTERS) & {"I", "O"}


ABOUT = "任261124-123 次1 时261124-1200"
REFUSED = (
    ("", Flaw.NO_CHECK, ""),
    ("渝收1 " + ABOUT, Flaw.NO_CHECK, ""),
    ("渝收1 校0000", Flaw.CHECK, ""),
    (checked("你好"), Flaw.NOT_OURS, "你好"),
    (checked(f"渝收2 {ABOUT} 复签收"), Flaw.VERSION, "2 there, 1 here"),
    (checked(f"渝收1 {ABOUT}"), Flaw.MISSING, "answer"),
    (checked(f"渝收1 {ABOUT} 复签收 文"), Flaw.MISSING, "text"),
    (checked(f"渝收1 {ABOUT} 次2 复签收"), Flaw.TWICE, "turn"),
    (checked(f"渝收1 {ABOUT} 复签收 卡5"), Flaw.MARK, "card"),
    (checked(f"渝收1 {ABOUT} 复签收 /Q5"), Flaw.MARK, "/Q"),
    (checked(f"渝收1 {ABOUT} 复好的"), Flaw.VALUE, "好的"),
    (
        checked(f"渝令1 典{SHARED.id} {ABOUT} 案261124-1 限5 级1 责L 队#2"),
        Flaw.NOT_SHARED,
        "unit 2 of 2",
    ),
    (checked("渝收1 任261324-123 次1 时261124-1200 复签收"), Flaw.VALUE, "261324"),
    (checked("渝收1 任261124-123 次1 时261124-2500 复签收"), Flaw.VALUE, "261124250000"),
    (checked("渝收1 任261124-123 次一 时261124-1200 复签收"), Flaw.VALUE, "一"),
    (checked("渝收1 任261124-123 次65 时261124-1200 复签收"), Flaw.VALUE, "65 is out of range"),
    (checked(f"渝到1 {ABOUT} 点106.5"), Flaw.VALUE, "106.5"),
    (checked(f"渝到1 {ABOUT} 点196.5,29.5"), Flaw.VALUE, "spot 196.5, 29.5"),
    (checked(f"渝到1 {ABOUT} 点106.5,29.5,99999M"), Flaw.VALUE, "99999"),
    (checked(f"渝到1 {ABOUT} 文\x1b"), Flaw.TEXT, "not one line of printable characters"),
    ("渝" * 9000, Flaw.TOO_LONG, "9000 characters"),
)


@pytest.mark.parametrize(("typed", "flaw", "detail"), REFUSED)
def test_words_are_refused_with_the_reason(typed, flaw, detail):
    assert flaw_of(typed) == (flaw, detail)


def test_an_order_of_another_dictionary_is_refused():
    assert flaw_of(write(ORDER, SHARED), OTHER)[0] == Flaw.DICTIONARY
    assert flaw_of(write(ORDER, SHARED), None)[0] == Flaw.DICTIONARY
    without = write(ORDER, SHARED).rpartition(" 校")[0].replace(f"典{SHARED.id} ", "")
    assert flaw_of(checked(without)) == (Flaw.DICTIONARY, f"none there, {SHARED.id} here")


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_raises_nothing_but_the_refusal(typed):
    with pytest.raises(ShortMessageError):
        read(typed, SHARED)


@given(MESSAGES, st.text(max_size=6), st.integers(0, 200))
@settings(max_examples=300, deadline=None)
def test_words_with_a_right_check_give_a_message_or_the_refusal(message, noise, at):
    body = write(message, SHARED).rpartition(" 校")[0]
    with suppress(ShortMessageError):
        found = read(checked(body[:at] + noise + body[at:]), SHARED)
        assert read(write(found, SHARED), SHARED) == found


def test_a_person_may_write_any_accuracy_and_it_is_rounded_up():
    found = read(checked(f"渝到1 {ABOUT} 点106.55,29.56,12米".replace("米", "M")))
    assert found.spot.accuracy_m == 20


def test_marks_stand_in_no_word_and_no_mark_is_there_twice():
    marks = [mark.chinese for mark in plain_marks.MARKS] + ["文", "校"]
    letters = [mark.letter for mark in plain_marks.MARKS] + ["X", "Z"]
    words = [word for table in plain_values.WORDS for pair in table.values() for word in pair]
    assert len(set(marks)) == len(marks)
    assert len(set(letters)) == len(letters)
    assert [word for word in words if set(word) & set(marks) or "/" in word] == []
    assert set(Answer) == set(plain_values.ANSWERS)
    rows = {row.name for kind in layout.KINDS for row in kind.rows} | {"dictionary"}
    assert rows == {mark.name for mark in plain_marks.MARKS}
