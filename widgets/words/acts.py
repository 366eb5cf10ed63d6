"""Acts of the transition table, and why one was refused."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.casework.acts import Refusal
from widgets.words.codes import word
from widgets.words.said import QT_TRANSLATE_NOOP, said

ACTS: Mapping[str, str] = {
    "alert.claim": QT_TRANSLATE_NOOP("words", "认领"),
    "alert.take_over": QT_TRANSLATE_NOOP("words", "接手"),
    "alert.confirm": QT_TRANSLATE_NOOP("words", "确认"),
    "alert.dismiss": QT_TRANSLATE_NOOP("words", "排除"),
    "alert.merge": QT_TRANSLATE_NOOP("words", "并入事件"),
    "alert.shelve": QT_TRANSLATE_NOOP("words", "搁置"),
    "alert.unshelve": QT_TRANSLATE_NOOP("words", "取消搁置"),
    "alert.raise": QT_TRANSLATE_NOOP("words", "报警"),
    "alert.repeat": QT_TRANSLATE_NOOP("words", "再次报警"),
    "alert.clear": QT_TRANSLATE_NOOP("words", "报警恢复"),
    "case.report": QT_TRANSLATE_NOOP("words", "登记上报"),
    "case.verify": QT_TRANSLATE_NOOP("words", "发核实"),
    "case.verified": QT_TRANSLATE_NOOP("words", "核实回报"),
    "case.file": QT_TRANSLATE_NOOP("words", "立案"),
    "case.reject": QT_TRANSLATE_NOOP("words", "不予立案"),
    "case.merge": QT_TRANSLATE_NOOP("words", "并案"),
    "case.split": QT_TRANSLATE_NOOP("words", "拆案"),
    "case.dispatch": QT_TRANSLATE_NOOP("words", "派遣"),
    "case.assist": QT_TRANSLATE_NOOP("words", "增派协办"),
    "case.reserve": QT_TRANSLATE_NOOP("words", "预置力量"),
    "case.send_check": QT_TRANSLATE_NOOP("words", "发核查"),
    "case.check": QT_TRANSLATE_NOOP("words", "核查"),
    "case.rework": QT_TRANSLATE_NOOP("words", "返工"),
    "case.close": QT_TRANSLATE_NOOP("words", "结案"),
    "case.propose_close": QT_TRANSLATE_NOOP("words", "提请强制结案"),
    "case.force_close": QT_TRANSLATE_NOOP("words", "强制结案"),
    "case.reopen": QT_TRANSLATE_NOOP("words", "复办"),
    "case.review": QT_TRANSLATE_NOOP("words", "转复盘"),
    "case.archive": QT_TRANSLATE_NOOP("words", "归档"),
    "case.supervise": QT_TRANSLATE_NOOP("words", "督办"),
    "case.upgrade": QT_TRANSLATE_NOOP("words", "提级"),
    "case.void": QT_TRANSLATE_NOOP("words", "作废"),
    "case.pass_up": QT_TRANSLATE_NOOP("words", "上提"),
    "case.pass_down": QT_TRANSLATE_NOOP("words", "下沉"),
    "case.receive": QT_TRANSLATE_NOOP("words", "对方签收"),
    "case.decline": QT_TRANSLATE_NOOP("words", "对方拒收"),
    "case.appeal": QT_TRANSLATE_NOOP("words", "超时申诉"),
    "case.appeal_opinion": QT_TRANSLATE_NOOP("words", "申诉意见"),
    "case.grant_appeal": QT_TRANSLATE_NOOP("words", "申诉成立"),
    "case.refuse_appeal": QT_TRANSLATE_NOOP("words", "申诉不成立"),
    "case.note": QT_TRANSLATE_NOOP("words", "记事"),
    "case.correct": QT_TRANSLATE_NOOP("words", "更正"),
    "task.send": QT_TRANSLATE_NOOP("words", "发出任务"),
    "task.sign": QT_TRANSLATE_NOOP("words", "签收"),
    "task.depart": QT_TRANSLATE_NOOP("words", "出发"),
    "task.arrive": QT_TRANSLATE_NOOP("words", "到场"),
    "task.feedback": QT_TRANSLATE_NOOP("words", "反馈"),
    "task.return": QT_TRANSLATE_NOOP("words", "退回"),
    "task.withdraw": QT_TRANSLATE_NOOP("words", "撤回任务"),
    "task.ask_extension": QT_TRANSLATE_NOOP("words", "申请延期"),
    "task.extend": QT_TRANSLATE_NOOP("words", "准予延期"),
    "task.refuse_extension": QT_TRANSLATE_NOOP("words", "不准延期"),
    "task.ask_suspend": QT_TRANSLATE_NOOP("words", "申请挂账"),
    "task.endorse_suspend": QT_TRANSLATE_NOOP("words", "同意挂账"),
    "task.suspend": QT_TRANSLATE_NOOP("words", "批准挂账"),
    "task.refuse_suspend": QT_TRANSLATE_NOOP("words", "不准挂账"),
    "task.resume": QT_TRANSLATE_NOOP("words", "恢复"),
    "import.case": QT_TRANSLATE_NOOP("words", "导入历史事件"),
    "unit.enrol": QT_TRANSLATE_NOOP("words", "编入力量"),
    "terminal.register": QT_TRANSLATE_NOOP("words", "终端注册"),
    "fence.draw": QT_TRANSLATE_NOOP("words", "划定围栏"),
    "fence.change": QT_TRANSLATE_NOOP("words", "改动围栏"),
    "fence.remove": QT_TRANSLATE_NOOP("words", "撤除围栏"),
    "desk.note": QT_TRANSLATE_NOOP("words", "值班记事"),
    "desk.export": QT_TRANSLATE_NOOP("words", "导出"),
    "source.add": QT_TRANSLATE_NOOP("words", "添加信源"),
    "source.change": QT_TRANSLATE_NOOP("words", "改信源"),
    "source.remove": QT_TRANSLATE_NOOP("words", "删信源"),
    "source.clean": QT_TRANSLATE_NOOP("words", "清除读不出的信源"),
    "desk.retention": QT_TRANSLATE_NOOP("words", "改定位保留期"),
    "desk.lock": QT_TRANSLATE_NOOP("words", "锁定值班台"),
    "desk.unlock": QT_TRANSLATE_NOOP("words", "解锁值班台"),
    "desk.unlock_failed": QT_TRANSLATE_NOOP("words", "解锁码错误，未解锁"),
    "desk.code": QT_TRANSLATE_NOOP("words", "设定解锁码"),
    "desk.code_cleared": QT_TRANSLATE_NOOP("words", "从值班台外清除解锁码"),
    "clock.step": QT_TRANSLATE_NOOP("words", "系统时钟跳变"),
    "desk.side_lost": QT_TRANSLATE_NOOP("words", "侧记缺失"),
}

REFUSALS: Mapping[str, str] = {
    "unknown_act": QT_TRANSLATE_NOOP("words", "没有这个动作"),
    "unknown_subject": QT_TRANSLATE_NOOP("words", "没有找到所指的对象"),
    "wrong_state": QT_TRANSLATE_NOOP("words", "当前状态不能这样做"),
    "source.add": QT_TRANSLATE_NOOP("words", "添加信源"),
    "source.change": QT_TRANSLATE_NOOP("words", "改信源"),
    "source.remove": QT_TRANSLATE_NOOP("words", "删信源"),
    "source.clean": QT_TRANSLATE_NOOP("words", "清除读不出的信源"),
    "wrong_role": QT_TRANSLATE_NOOP("words", "这个动作不属于您的岗位"),
    "reason_missing": QT_TRANSLATE_NOOP("words", "需要写明理由"),
    "field_missing": QT_TRANSLATE_NOOP("words", "有必填项没有填"),
    "field_unknown": QT_TRANSLATE_NOOP("words", "有不认识的填写项"),
    "field_bad": QT_TRANSLATE_NOOP("words", "填写的内容不合规定"),
    "unit_unknown": QT_TRANSLATE_NOOP("words", "没有这支力量"),
    "unit_twice": QT_TRANSLATE_NOOP("words", "同一支力量选了两次"),
    "unit_at_work_here": QT_TRANSLATE_NOOP("words", "该力量已在处置本事件"),
    "item_unknown": QT_TRANSLATE_NOOP("words", "事项目录中没有此类"),
    "condition_unknown": QT_TRANSLATE_NOOP("words", "该类没有此立案条件"),
    "limit_unknown": QT_TRANSLATE_NOOP("words", "该条件没有时限"),
    "position_missing": QT_TRANSLATE_NOOP("words", "没有位置，须先定位"),
    "override_missing": QT_TRANSLATE_NOOP("words", "没有选第一推荐，须写明理由"),
    "shelve_grade": QT_TRANSLATE_NOOP("words", "Ⅰ、Ⅱ级报警不得搁置"),
    "shelve_too_long": QT_TRANSLATE_NOOP("words", "搁置时间超过上限"),
    "shelve_running": QT_TRANSLATE_NOOP("words", "搁置时间未到"),
    "already_yours": QT_TRANSLATE_NOOP("words", "您已经认领了"),
    "target_unknown": QT_TRANSLATE_NOOP("words", "没有找到目标事件"),
    "target_closed": QT_TRANSLATE_NOOP("words", "目标事件已经办结"),
    "target_itself": QT_TRANSLATE_NOOP("words", "不能并入自己"),
    "target_centre": QT_TRANSLATE_NOOP("words", "目标事件属于另一中心"),
    "handler_may_not": QT_TRANSLATE_NOOP("words", "处置人不得核查或结案"),
    "checker_is_handler": QT_TRANSLATE_NOOP("words", "核查人就是处置人"),
    "not_passed": QT_TRANSLATE_NOOP("words", "核查没有通过"),
    "not_failed": QT_TRANSLATE_NOOP("words", "核查没有不通过"),
    "arrived_before": QT_TRANSLATE_NOOP("words", "已经到过场，不能再退回"),
    "never_filed": QT_TRANSLATE_NOOP("words", "从未立案，不能复办"),
    "locked": QT_TRANSLATE_NOOP("words", "值班台已锁定，先解锁"),
    "code_unfit": QT_TRANSLATE_NOOP("words", "解锁码须 4 至 64 个字符"),
    "code_wrong": QT_TRANSLATE_NOOP("words", "解锁码不对"),
    "code_early": QT_TRANSLATE_NOOP("words", "还须稍候才能再试"),
    "fence_off_earth": QT_TRANSLATE_NOOP("words", "有顶点不在地球上"),
    "fence_few_points": QT_TRANSLATE_NOOP("words", "至少要三个不同的顶点"),
    "fence_many_points": QT_TRANSLATE_NOOP("words", "顶点过多"),
    "fence_crosses": QT_TRANSLATE_NOOP("words", "边自相交"),
    "fence_thin": QT_TRANSLATE_NOOP("words", "没有面积"),
    "fence_outside": QT_TRANSLATE_NOOP("words", "围栏全在市域之外"),
    "fence_removed": QT_TRANSLATE_NOOP("words", "围栏已经撤除"),
    "tasks_open": QT_TRANSLATE_NOOP("words", "还有任务没有完成"),
    "second_return": QT_TRANSLATE_NOOP("words", "同一力量第二次退回，由值班长裁定"),
    "case_not_handled": QT_TRANSLATE_NOOP("words", "事件不在派遣或处置中"),
    "closing_not_met": QT_TRANSLATE_NOOP("words", "结案条件没有满足"),
    "not_proposed": QT_TRANSLATE_NOOP("words", "须先由另一人提出"),
    "same_person": QT_TRANSLATE_NOOP("words", "提出人与批准人不得相同"),
    "reopen_too_late": QT_TRANSLATE_NOOP("words", "结案超过 30 天，不能复办"),
    "already_supervised": QT_TRANSLATE_NOOP("words", "已在督办"),
    "grade_not_raised": QT_TRANSLATE_NOOP("words", "等级没有提高"),
    "nothing_changed": QT_TRANSLATE_NOOP("words", "没有改变任何内容"),
    "no_review_needed": QT_TRANSLATE_NOOP("words", "不需要复盘"),
    "review_needed": QT_TRANSLATE_NOOP("words", "须先复盘"),
    "overdue": QT_TRANSLATE_NOOP("words", "已经超时"),
    "suspended_before": QT_TRANSLATE_NOOP("words", "已经挂账过一次"),
    "suspended_too_long": QT_TRANSLATE_NOOP("words", "挂账不得超过一年"),
    "suspended_into_past": QT_TRANSLATE_NOOP("words", "挂账截止时间已过"),
    "suspend_running": QT_TRANSLATE_NOOP("words", "挂账截止时间未到"),
    "no_deadline": QT_TRANSLATE_NOOP("words", "没有处置期限，无从延期"),
    "request_pending": QT_TRANSLATE_NOOP("words", "已有一项申请待批"),
    "nothing_asked": QT_TRANSLATE_NOOP("words", "没有待批的申请"),
    "extended_twice": QT_TRANSLATE_NOOP("words", "已经准予延期两次"),
    "no_opinion": QT_TRANSLATE_NOOP("words", "派遣员还没有签意见"),
    "opinion_given": QT_TRANSLATE_NOOP("words", "派遣员已经签过意见"),
    "awaits_supervisor": QT_TRANSLATE_NOOP("words", "已报值班长，由值班长批"),
    "outside_centre": QT_TRANSLATE_NOOP("words", "事件不在本中心辖区内，不能确定上下级"),
    "no_centre_above": QT_TRANSLATE_NOOP("words", "已是市级，没有上级中心"),
    "no_centre_below": QT_TRANSLATE_NOOP("words", "没有下级中心"),
    "not_overdue": QT_TRANSLATE_NOOP("words", "处置没有超时"),
    "appealed_before": QT_TRANSLATE_NOOP("words", "已经申诉过一次"),
    "appeal_pending": QT_TRANSLATE_NOOP("words", "申诉还没有裁定"),
}


def act(name: str) -> str:
    """The name of an act of the transition table, as on its button and in the ledger's list."""
    source = ACTS.get(name)
    return name if source is None else said(source)


def refusal(value: Refusal) -> str:
    """Why an act was refused, and what would be allowed instead."""
    source = REFUSALS.get(value.code)
    text = value.code if source is None else said(source)
    if value.detail:
        text = (
            QCoreApplication.translate("words", "%1（%2）")
            .replace("%1", text)
            .replace("%2", word(value.detail))
        )
    if value.allowed:
        allowed = QCoreApplication.translate("words", "、").join(act(a) for a in value.allowed)
        text += QCoreApplication.translate("words", "。现在可以：%1").replace("%1", allowed)
    return text
