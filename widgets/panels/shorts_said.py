"""What the board of short messages says of the row under the cursor, and of the card."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.card import Card, CardState
from app.model import Officer
from app.shortmsg.carriers import BY_NAME
from app.shortmsg.kept import KeptOrder, Letter
from app.shortmsg.track import Sending
from widgets import formats, words
from widgets.models.short_lines import ShortLine
from widgets.words import short as said


def card_line(card: Card, state: CardState, dictionary: str) -> str:
    """Which card, how much and how often it sends, and the dictionary of both sides."""
    if not card.source:
        return QCoreApplication.translate("shorts", "没有接入北斗卡：在“设置”里选定来源")
    number = QCoreApplication.translate("shorts", "卡 %1").replace("%1", state.number or "?")
    period = QCoreApplication.translate("shorts", "%1 s 一条").replace("%1", f"{state.period_s:g}")
    carrier = BY_NAME[card.carrier]
    room = f"{said.of(said.CARRIERS, card.carrier)} {carrier.bits} bit"
    book = QCoreApplication.translate("shorts", "字典 %1").replace("%1", dictionary)
    level = QCoreApplication.translate("shorts", "%1 级").replace("%1", str(state.level or "?"))
    invented = QCoreApplication.translate("shorts", "模拟")
    known = book if dictionary else ""
    parts = (invented if card.simulated else "", number, level, period, room, known)
    return " · ".join(part for part in parts if part)


def told(line: ShortLine, now: datetime, officer: Officer) -> str:
    """All there is to know about a row, as plain text; the officer of the desk by name."""
    if line.order is not None:
        return "\n".join(_order(line.order, now, {officer.id: officer.name}))
    assert line.letter is not None
    return "\n".join(part for part in _letter(line.letter) if part)


def _order(kept: KeptOrder, now: datetime, names: Mapping[str, str]) -> list[str]:
    head = QCoreApplication.translate("shorts", "发往卡 %1 · %2 · %3/%4 bit · 限 %5 分钟答复")
    for mark, value in (
        ("%1", kept.to),
        ("%2", said.of(said.CARRIERS, kept.carrier)),
        ("%3", str(kept.used)),
        ("%4", str(kept.room)),
        ("%5", str(kept.order.answer_min)),
    ):
        head = head.replace(mark, value)
    sent = [
        _sending(number, one, now, names.get(one.by, one.by))
        for number, one in enumerate(kept.sendings, 1)
    ]
    heard = QCoreApplication.translate("shorts", "收到答复 %1 次，重复 %2，不一致 %3")
    heard = heard.replace("%1", str(len(kept.heard))).replace("%2", str(kept.repeats))
    return [head, *sent, heard.replace("%3", str(len(kept.differing)))]


def _sending(number: int, one: Sending, now: datetime, by: str) -> str:
    """第 1 次：首发，03:00:05 交卡; or why it did not go."""
    text = QCoreApplication.translate("shorts", "第 %1 次：%2（%3），%4")
    if one.at is None:
        went = QCoreApplication.translate("shorts", "尚未交卡")
    else:
        went = QCoreApplication.translate("shorts", "%1 交卡").replace(
            "%1", formats.day_time(one.at, now)
        )
    if one.refused:
        went += QCoreApplication.translate("shorts", "，未发出：%1").replace(
            "%1", said.of(said.NOT_SENT, one.refused)
        )
    for mark, value in (("%1", str(number)), ("%2", said.of(said.CAUSES, one.cause))):
        text = text.replace(mark, value)
    return text.replace("%3", by).replace("%4", went)


def _letter(letter: Letter) -> list[str]:
    came = QCoreApplication.translate("shorts", "电台口述") if letter.spoken else ""
    if letter.card:
        text = QCoreApplication.translate("shorts", "来自卡 %1").replace("%1", letter.card)
        came = " · ".join(part for part in (came, text) if part)
    if letter.repeats:
        more = QCoreApplication.translate("shorts", "重复收到 %1 次")
        came += " · " + more.replace("%1", str(letter.repeats))
    verdict = said.of(said.VERDICTS, letter.verdict) if letter.verdict else ""
    flaw = said.of(said.FLAWS, letter.flaw) if letter.flaw else ""
    done = QCoreApplication.translate("words", "、").join(words.act(act) for act in letter.acts)
    if done:
        done = QCoreApplication.translate("shorts", "已办：%1").replace("%1", done)
    refused = words.REFUSALS.get(letter.refusal, "")
    if refused:
        text = QCoreApplication.translate("shorts", "未办：%1").replace("%1", words.said(refused))
        refused = text + (
            f"（{words.word(letter.refusal_detail)}）" if letter.refusal_detail else ""
        )
    body = letter.text or letter.raw
    return [came, body, flaw, " · ".join(part for part in (verdict, done, refused) if part)]
