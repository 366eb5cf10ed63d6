"""Which division the desk shows: chosen here, kept in its folder, opened at its next start.

The line is `widgets.edition`'s, which is read before the desk is open; `--edition` overrules it.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.paths import cache_folder
from maps.editions import EDITIONS
from maps.hierarchy import own_editions
from widgets.edition import keep_to
from widgets.palette import Hit
from widgets.toasts import Tone
from widgets.window import Window


def choose(window: Window) -> None:
    """List the divisions there are; Enter chooses one."""
    prompt = QCoreApplication.translate("division", "选用哪个区划：下次启动生效，台账不变")
    window.finder.open_for(prompt, partial(_editions, window))


def _editions(window: Window, text: str) -> list[Hit]:
    names = [*EDITIONS, *own_editions(cache_folder())]
    kind = QCoreApplication.translate("division", "区划")
    return [
        Hit(kind=kind, text=name, detail=_detail(window, name), run=partial(_keep, window, name))
        for name in names
        if text in name
    ]


def _detail(window: Window, name: str) -> str:
    since = EDITIONS.get(name)
    own = QCoreApplication.translate("division", "自有边界")
    day = QCoreApplication.translate("division", "%1 起施行")
    now = QCoreApplication.translate("division", "现在打开的")
    parts = [own if since is None else day.replace("%1", since.isoformat())]
    return " · ".join((*parts, now) if name == window.hierarchy.edition else parts)


def _keep(window: Window, name: str) -> None:
    try:
        keep_to(window.desk.folder, name)
    except OSError as error:
        failed = QCoreApplication.translate("division", "没有记下选用的区划：%1")
        window.tell(failed.replace("%1", str(error)), Tone.FAILED)
        return
    if name == window.hierarchy.edition:
        said = QCoreApplication.translate("division", "选用 %1 年区划，就是现在打开的")
    elif window.edition_forced:
        said = QCoreApplication.translate(
            "division", "已记下 %1，但启动命令里的 --edition 优先；去掉它才生效"
        )
    else:
        said = QCoreApplication.translate("division", "已记下 %1，下次启动生效")
    window.tell(said.replace("%1", name), Tone.DONE)
    if name != window.hierarchy.edition and not window.edition_forced:
        prompt = QCoreApplication.translate("division", "现在就重新打开控制台？Esc 留到下次启动")
        window.finder.open_for(prompt, partial(_reopen, window, name))


def _reopen(window: Window, name: str, _text: str) -> list[Hit]:
    kind = QCoreApplication.translate("division", "区划")
    now = QCoreApplication.translate("division", "现在重新打开，用 %1").replace("%1", name)
    later = QCoreApplication.translate("division", "下次启动时再换")
    detail = QCoreApplication.translate("division", "未提交的填写会丢失；终端会自己重连")
    return [
        Hit(kind=kind, text=later, detail="", run=lambda: None),
        Hit(kind=kind, text=now, detail=detail, run=window.reopen_wanted.emit),
    ]
