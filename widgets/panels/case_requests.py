"""What overlays a case's state, and what was asked about it: flags, requests, clocks that wait."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.casework.clocks import Clock
from app.model import Opinion, Outcome, Request, RequestKind, Task, waiting
from app.store.queries import CaseFile
from widgets import formats, words
from widgets.dialogs import act_words
from widgets.models.column import Context
from widgets.parts import share

SHOWN = 4
"""So many that were answered are told, the newest first; all of them are in the ledger."""


def flags(file: CaseFile) -> str:
    """What overlays the state: overdue, supervised, reworked, merged, and what is asked."""
    case = file.case
    said = [
        (case.overdue and not case.exempt, QCoreApplication.translate("case", "超时")),
        (case.exempt, QCoreApplication.translate("case", "超时（免责）")),
        (case.supervised, QCoreApplication.translate("case", "督办")),
        (
            case.rework > 0,
            QCoreApplication.translate("case", "返工 %1 次").replace("%1", str(case.rework)),
        ),
        (
            bool(case.merged_into),
            QCoreApplication.translate("case", "并入 %1").replace("%1", case.merged_into),
        ),
        (
            bool(case.proposed_by),
            QCoreApplication.translate("case", "%1 提议强制结案").replace("%1", case.proposed_by),
        ),
    ]
    asked = [_flag(request) for request, _ in _all(file) if request.waiting]
    return " · ".join([*(text for wanted, text in said if wanted), *dict.fromkeys(asked)])


def _flag(request: Request) -> str:
    """What waits for an answer, and for whose."""
    advised = request.outcome is Outcome.ADVISED
    return {
        RequestKind.EXTENSION: QCoreApplication.translate("case", "延期待批"),
        RequestKind.SUSPENSION: QCoreApplication.translate("case", "挂账待值班长批")
        if advised
        else QCoreApplication.translate("case", "挂账待批"),
        RequestKind.PASS_UP: QCoreApplication.translate("case", "上提中"),
        RequestKind.PASS_DOWN: QCoreApplication.translate("case", "下沉中"),
        RequestKind.APPEAL: QCoreApplication.translate("case", "申诉中"),
    }[request.kind]


def facts(file: CaseFile, context: Context) -> Iterator[tuple[str, str]]:
    """(name, value): the centre and the clocks of a case passed on, and what waits."""
    case = file.case
    if case.held or waiting(case.requests, RequestKind.PASS_UP, RequestKind.PASS_DOWN):
        yield QCoreApplication.translate("case", "现属中心"), context.place(case.centre)
    yield QCoreApplication.translate("case", "暂停计时"), _held(file, context)
    yield QCoreApplication.translate("case", "待批申请"), asked(file, context)


def asked(file: CaseFile, context: Context) -> str:
    """What waits for an answer, a line each."""
    waits = [pair for pair in _all(file) if pair[0].waiting]
    return "\n".join(_line(request, task, context) for request, task in waits)


def answered(file: CaseFile, context: Context) -> str:
    """What was asked and answered, the newest first, a line each."""
    over = [pair for pair in _all(file) if not pair[0].waiting]
    newest = sorted(over, key=lambda pair: pair[0].asked, reverse=True)[:SHOWN]
    return "\n".join(_line(request, task, context) for request, task in newest)


def of_task(task: Task, context: Context) -> str:
    """What a task was granted: how often more time, and until when it waits."""
    said = []
    if task.extensions:
        text = QCoreApplication.translate("case", "已延期 %1 次")
        said.append(text.replace("%1", str(task.extensions)))
    if task.suspended_until:
        text = QCoreApplication.translate("case", "挂账至 %1")
        said.append(text.replace("%1", formats.day_time(task.suspended_until, context.now)))
    return "  ·  ".join(said)


def _all(file: CaseFile) -> Iterator[tuple[Request, Task | None]]:
    yield from ((request, None) for request in file.case.requests)
    yield from ((request, task) for task in file.tasks for request in task.requests)


def _held(file: CaseFile, context: Context) -> str:
    """江津区 处置 剩 12:00: what the centres that passed the case on have left."""
    said = []
    for held in file.case.held:
        stage = words.word(Clock(held.clock)) if held.clock else ""
        left = share.Clock(0.0, held.left_s).text if held.left_s is not None else ""
        said.append(" ".join(part for part in (context.place(held.centre), stage, left) if part))
    return "\n".join(said)


def _line(request: Request, task: Task | None, context: Context) -> str:
    """挂账 待批 · 消防一队 08:10：等待材料 · 至 12-01 00:00 · 围挡 · 张三 同意."""
    own = request.kind is RequestKind.APPEAL  # a centre passes a case on, not a person
    who = context.unit(task.unit) if task else request.by if own else ""
    head = words.word(request.kind)
    head = head if request.waiting else f"{head} {words.word(request.outcome)}"
    asked = QCoreApplication.translate("case", "%1 %2：%3")
    asked = asked.replace("%2", formats.day_time(request.asked, context.now))
    asked = asked.replace("%1", who).replace("%3", request.reason).strip()
    parts = [head, asked, *_particulars(request, context)]
    parts += [_opinion(opinion) for opinion in request.opinions]
    return " · ".join(parts)


def _particulars(request: Request, context: Context) -> Iterator[str]:
    if request.until is not None:
        text = QCoreApplication.translate("case", "至 %1")
        yield text.replace("%1", formats.day_time(request.until, context.now))
    if request.measure:
        yield request.measure
    if request.centre:
        yield QCoreApplication.translate("case", "→ %1").replace(
            "%1", context.place(request.centre)
        )
    if request.answer_by is not None and request.waiting:
        text = QCoreApplication.translate("case", "应于 %1 前签收")
        yield text.replace("%1", formats.clock_time(request.answer_by))


def _opinion(opinion: Opinion) -> str:
    said = (
        QCoreApplication.translate("case", "%1 同意")
        if opinion.favour
        else QCoreApplication.translate("case", "%1 不同意")
    )
    text = said.replace("%1", opinion.by)
    if opinion.channel:
        channel = act_words.choice("channel", opinion.channel)
        text += QCoreApplication.translate("case", "（%1）").replace("%1", channel)
    if opinion.text:
        text += QCoreApplication.translate("case", "：%1").replace("%1", opinion.text)
    return text
