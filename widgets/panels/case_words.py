"""What the case detail says: the values of a case file as lines of text, no widgets."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.catalogue import find
from app.model import Case, Position, Task
from app.store.queries import CaseFile
from widgets import formats, words
from widgets.models.alerts import repeats
from widgets.models.column import Context
from widgets.models.place_words import whole_chain
from widgets.panels import case_requests
from widgets.parts import sentences
from widgets.parts.share import clock_of

_MARKS = {
    "T0": "○",
    "T1": "◐",
    "T2": "◐",
    "T3": "◐",
    "T4": "●",
    "T5": "□",
    "T6": "✓",
    "T7": "◐",
    "T8": "✓",
}

STORY = 6
"""So many entries tell how a case stands; all of them are in the log."""


def state(case: Case, context: Context) -> str:
    """State, and since when."""
    return f"{words.word(case.state)} · {formats.ago(case.changed, context.now)}"


def no_limit(case: Case) -> str:
    """What stands in the clock's place where there is none."""
    if not case.open:
        return formats.absolute(case.closed or case.changed)
    return QCoreApplication.translate("case", "本阶段无期限")


def facts(file: CaseFile, context: Context) -> Iterator[tuple[str, str]]:
    """(name, value), in the order an officer asks: what waits, where, how sure, since when, what,
    from whom."""
    case = file.case
    yield from case_requests.facts(file, context)
    yield QCoreApplication.translate("case", "辖区"), whole_chain(case.chain, context)
    yield from _position(case.position, context.now)
    yield QCoreApplication.translate("case", "邻界"), near_border(case)
    yield QCoreApplication.translate("case", "事项"), item(case)
    yield (
        QCoreApplication.translate("case", "期限"),
        formats.both(case.deadline, context.now) if case.deadline else "",
    )
    yield QCoreApplication.translate("case", "申请"), case_requests.answered(file, context)
    yield QCoreApplication.translate("case", "来源"), source(file, context)
    yield QCoreApplication.translate("case", "上报"), formats.both(case.opened, context.now)


def _position(position: Position | None, now: datetime) -> Iterator[tuple[str, str]]:
    if position is None:
        yield (
            QCoreApplication.translate("case", "坐标"),
            QCoreApplication.translate("case", "无定位：只有辖区或文字"),
        )
        return
    yield QCoreApplication.translate("case", "坐标"), formats.dms(position.lon, position.lat)
    yield "CGCS2000", zone(position)
    fixed = formats.both(position.fix_time, now)
    error = QCoreApplication.translate("case", "误差")
    yield (
        QCoreApplication.translate("case", "定位"),
        f"{fixed} · {error} {formats.accuracy(position.accuracy_m)}",
    )
    yield (
        QCoreApplication.translate("case", "接收"),
        formats.day_time(position.received, now) + late(position),
    )


def zone(position: Position) -> str:
    """Gauss-Krüger of the 3-degree zone; outside China there is none."""
    try:
        return formats.gk3(position.lon, position.lat)
    except ValueError:
        return formats.NONE


def late(position: Position) -> str:
    """How long the position was on its way, where that is more than seconds."""
    if position.fix_time is None or position.received is None:
        return ""
    seconds = (position.received - position.fix_time).total_seconds()
    return (
        QCoreApplication.translate("case", " · 晚到 %1").replace("%1", formats.age(seconds))
        if seconds >= 10
        else ""
    )


def near_border(case: Case) -> str:
    """The places that the error circle touches besides the one found."""
    said = [f"{place.name} {formats.distance(place.distance_m)}" for place in case.near_border]
    if not said:
        return ""
    text = QCoreApplication.translate("case", "误差圈还触及 %1").replace("%1", "、".join(said))
    if case.near_border_more:
        more = QCoreApplication.translate("case", "，另有 %1 处")
        text += more.replace("%1", str(case.near_border_more))
    return text


def item(case: Case) -> str:
    """The class and the filing condition, with its limit as the pack says it."""
    found = find(case.item) if case.item else None
    if found is None:
        return case.item or QCoreApplication.translate("case", "未定（立案时选定）")
    names = [found.major, found.name]
    names += [c.text for c in found.conditions if c.code == case.condition]
    return " › ".join(names)


def source(file: CaseFile, context: Context) -> str:
    """Where it came from: an alert with its count and terminal, or a report."""
    alert = file.alert
    if alert is None:
        return words.word(file.case.source) if file.case.source else ""
    who = context.unit(alert.unit) if alert.unit else alert.terminal
    active = (
        QCoreApplication.translate("case", "持续")
        if alert.active
        else QCoreApplication.translate("case", "已恢复")
    )
    parts = (words.word(alert.kind), repeats(alert), who, active)
    return " · ".join(part for part in parts if part)


def tasks(found: Iterable[Task], context: Context) -> str:
    """One line a task: share, unit, state, and its clock while it runs."""
    lines = [_task(task, context) for task in found]
    return (
        "\n".join(lines)
        if lines
        else QCoreApplication.translate("case", "尚未派遣。F2 在建议力量中选择并派出")
    )


def _task(task: Task, context: Context) -> str:
    clock = clock_of(task.created, task.deadline, context.now) if task.open else None
    mark = _MARKS.get(task.state.value, "×")
    parts = [
        f"{words.word(task.share)}  {context.unit(task.unit)}",
        f"{mark} {words.word(task.state)}",
        clock.text if clock else formats.day_time(task.changed, context.now),
        case_requests.of_task(task, context),
        task.feedback,
    ]
    return "  ·  ".join(part for part in parts if part)


def story(file: CaseFile, context: Context) -> str:
    """The ledger's entries of the case, newest first, a short line each; tasks by their unit."""
    if not file.entries:
        return QCoreApplication.translate("case", "台账中还没有这件事的记录")
    lines = _latest(file, context, sentences.short_line)
    if len(file.entries) > STORY:
        more = QCoreApplication.translate("case", "更早 %1 条见值班日志（只看所选事件）")
        lines.append(more.replace("%1", str(len(file.entries) - STORY)))
    return "\n".join(lines)


def whole_story(file: CaseFile, context: Context) -> str:
    """The same entries in whole sentences: number, post, and for whom it was done."""
    return "\n".join(_latest(file, context, sentences.line))


def _latest(file: CaseFile, context: Context, told: Callable[..., str]) -> list[str]:
    units = {task.id: context.unit(task.unit) for task in file.tasks}
    latest = file.entries[::-1][:STORY]
    return [told(entry, context.now, about=file.case.id, named=units) for entry in latest]
