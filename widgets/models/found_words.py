"""How a selection is told in a line: how it came about, how large it is, what is in it."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.model import Grade
from maps.drawing import Rings, Selection
from maps.measures import areas_m2
from widgets import formats, words
from widgets.counting import Counting
from widgets.map_tools.measure import area_words
from widgets.models.found import Found, What, what_word
from widgets.words import QT_TRANSLATE_NOOP

HOWS = {
    "box": QT_TRANSLATE_NOOP("found", "框选"),
    "lasso": QT_TRANSLATE_NOOP("found", "圈选"),
    "circle": QT_TRANSLATE_NOOP("found", "圆选"),
    "buffer": QT_TRANSLATE_NOOP("found", "缓冲"),
    "place": QT_TRANSLATE_NOOP("found", "辖区"),
    "fence": QT_TRANSLATE_NOOP("found", "围栏"),
}


def counts(rows: Iterable[Found]) -> str:
    """事件 12（▲1 ◆2；处置中 5）· 力量 8（消防 3）: what there is, by grade, state and kind."""
    of: dict[What, list[Found]] = {}
    for row in rows:
        if row.what is not What.EVENT:  # of which the list has some only
            of.setdefault(row.what, []).append(row)
    said = []
    for what, some in sorted(of.items()):
        grades = Counter(row.grade for row in some if row.grade is not None)
        states = Counter(row.state for row in some if row.state != formats.NONE)
        by_grade = " ".join(f"{words.SHAPES[g]}{grades[g]}" for g in Grade if grades[g])
        by_state = " ".join(f"{state} {n}" for state, n in states.most_common(4))
        inside = "；".join(part for part in (by_grade, by_state) if part)
        said.append(f"{what_word(what)} {len(some)}" + (f"（{inside}）" if inside else ""))
    return " · ".join(said)


def events_said(counting: Counting) -> str:
    """全部事件 12,345（▲12 ◆30；未结 42，列出居中 200）: how many of all, or how far it is."""
    text = what_word(What.EVENT)
    if counting.share is not None:
        going = QCoreApplication.translate("found", "%1 清点中 %2，Esc 停止")
        return going.replace("%1", text).replace("%2", f"{counting.share:.0%}")
    if counting.given_up:
        return QCoreApplication.translate("found", "%1 未清点").replace("%1", text)
    if counting.counted is None:
        return ""
    looks = counting.counted.looks
    by_grade = " ".join(
        f"{words.SHAPES[g]}{formats.count(n)}"
        for g in Grade
        if (n := int(looks[2 * (g - 1) : 2 * g].sum()))
    )
    still = QCoreApplication.translate("found", "未结 %1")
    parts = [by_grade, still.replace("%1", formats.count(int(looks[1::2].sum())))]
    if counting.counted.count > len(counting.counted.rows):
        listed = QCoreApplication.translate("found", "列出距中心最近 %1 件")
        parts.append(listed.replace("%1", str(len(counting.counted.rows))))
    inside = "；".join(part for part in parts if part)
    number = formats.count(counting.counted.count)
    return f"{text} {number}（{inside}）" if counting.counted.count else f"{text} {number}"


def title(selection: Selection) -> str:
    """框选 12.34 km²: how the area came about, what it is called and how large it is."""
    how = QCoreApplication.translate("found", HOWS[selection.how.value])
    parts = [how, selection.label, area_words(areas_m2(selection.rings))]
    if selection.error_m:
        error = QCoreApplication.translate("found", "边线误差不超过 %1 m")
        parts.append(error.replace("%1", f"{selection.error_m:.1f}"))
    return " ".join(part for part in parts if part)


def rings_title(rings: Rings) -> str:
    """半径圈 1/3/5 km，按 30 km/h 直线估算."""
    text = QCoreApplication.translate("charting", "半径圈 %1 km，按 %2 km/h 直线估算")
    km = "/".join(f"{metres / 1000:g}" for metres in rings.radii_m)
    return text.replace("%1", km).replace("%2", f"{rings.speed_kmh:g}")
