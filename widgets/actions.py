"""Every action as a row: id, group, text, keys; menus, help and the palette are built from them.

What an action does is bound by the window; letters alone never fire while a text field has focus,
because Qt's text fields claim printable keys before shortcuts do.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, as Qt's own does, and says that it is a str."""
    return text


class Row(NamedTuple):
    id: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    repeat: bool = False  # fires again while the key is held
    yields: bool = False  # lets a button that has focus be pressed by the same key


GROUPS: dict[str, str] = {
    "alarm": QT_TRANSLATE_NOOP("actions", "报警"),
    "case": QT_TRANSLATE_NOOP("actions", "事件"),
    "go": QT_TRANSLATE_NOOP("actions", "前往"),
    "map": QT_TRANSLATE_NOOP("actions", "地图"),
    "view": QT_TRANSLATE_NOOP("actions", "显示"),
    "desk": QT_TRANSLATE_NOOP("actions", "值班台"),
}

ACTIONS: tuple[Row, ...] = (
    Row("alarm.next", "alarm", QT_TRANSLATE_NOOP("actions", "下一条未确认报警"), ("N",), True),
    Row(
        "alarm.confirm",
        "alarm",
        QT_TRANSLATE_NOOP("actions", "确认报警，转为事件"),
        ("Space",),
        False,
        True,
    ),
    Row("alarm.see", "alarm", QT_TRANSLATE_NOOP("actions", "看过全部Ⅲ、Ⅳ级报警"), ("Shift+Space",)),
    Row("alarm.dismiss", "alarm", QT_TRANSLATE_NOOP("actions", "排除报警（写明理由）"), ("X",)),
    Row(
        "alarm.shelve", "alarm", QT_TRANSLATE_NOOP("actions", "搁置报警（限时，写明理由）"), ("H",)
    ),
    Row("alarm.merge", "alarm", QT_TRANSLATE_NOOP("actions", "并入已有事件"), ("U",)),
    Row("alarm.locate", "alarm", QT_TRANSLATE_NOOP("actions", "在地图上定位"), ("G",)),
    Row("alarm.silence", "alarm", QT_TRANSLATE_NOOP("actions", "静音 2 分钟（不是确认）"), ("M",)),
    Row("case.file", "case", QT_TRANSLATE_NOOP("actions", "立案"), ("F9",)),
    Row(
        "case.dispatch",
        "case",
        QT_TRANSLATE_NOOP("actions", "派单：1–9 选力量，回车 派出"),
        ("F2",),
    ),
    Row("task.sign", "case", QT_TRANSLATE_NOOP("actions", "签收"), ("F3",)),
    Row("task.arrive", "case", QT_TRANSLATE_NOOP("actions", "到场"), ("F4",)),
    Row("task.feedback", "case", QT_TRANSLATE_NOOP("actions", "办结反馈"), ("F6",)),
    Row("case.next", "case", QT_TRANSLATE_NOOP("actions", "下一步：核查、结案"), ("Ctrl+Return",)),
    Row("case.escalate", "case", QT_TRANSLATE_NOOP("actions", "督办、升级"), ("F7",)),
    Row("task.withdraw", "case", QT_TRANSLATE_NOOP("actions", "撤回派遣（写明理由）"), ("Ctrl+Z",)),
    Row(
        "case.again",
        "case",
        QT_TRANSLATE_NOOP("actions", "重派刚撤回的力量"),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
    ),
    Row("task.short", "case", QT_TRANSLATE_NOOP("actions", "发短报文调度令…"), ("Ctrl+Shift+N",)),
    Row(
        "task.text",
        "case",
        QT_TRANSLATE_NOOP("actions", "把派单文字发到终端…"),
        ("Ctrl+Shift+T",),
    ),
    Row("case.acts", "case", QT_TRANSLATE_NOOP("actions", "此刻可做的全部动作"), ("A",)),
    Row("case.new", "case", QT_TRANSLATE_NOOP("actions", "登记新事件"), ("Ctrl+N",)),
    Row("queue.down", "case", QT_TRANSLATE_NOOP("actions", "队列下一条"), ("J",), True),
    Row("queue.up", "case", QT_TRANSLATE_NOOP("actions", "队列上一条"), ("K",), True),
    Row("go.palette", "go", QT_TRANSLATE_NOOP("actions", "搜索与命令"), ("Ctrl+K",)),
    Row("go.coordinate", "go", QT_TRANSLATE_NOOP("actions", "前往坐标"), ("Ctrl+G",)),
    Row("go.places", "go", QT_TRANSLATE_NOOP("actions", "到辖区"), ("Alt+1",)),
    Row("go.map", "go", QT_TRANSLATE_NOOP("actions", "到地图"), ("Alt+2",)),
    Row("go.queue", "go", QT_TRANSLATE_NOOP("actions", "到事件队列"), ("Alt+3",)),
    Row("go.case", "go", QT_TRANSLATE_NOOP("actions", "到事件详情"), ("Alt+4",)),
    Row("go.boards", "go", QT_TRANSLATE_NOOP("actions", "到看板"), ("Alt+5",)),
    Row("go.shorts", "go", QT_TRANSLATE_NOOP("actions", "到短报文"), ("Alt+M",)),
    Row("go.terminals", "go", QT_TRANSLATE_NOOP("actions", "到终端"), ("Alt+E",)),
    Row("go.layers", "go", QT_TRANSLATE_NOOP("actions", "到图层"), ("Ctrl+L",)),
    Row("map.full", "map", QT_TRANSLATE_NOOP("actions", "全市范围"), ("Ctrl+Shift+F",)),
    Row("map.selection", "map", QT_TRANSLATE_NOOP("actions", "缩放到所选"), ("Ctrl+J",)),
    Row("map.scale", "map", QT_TRANSLATE_NOOP("actions", "输入比例尺"), ("Ctrl+Shift+G",)),
    Row("map.north", "map", QT_TRANSLATE_NOOP("actions", "北朝上"), ("Ctrl+0",)),
    Row("map.left", "map", QT_TRANSLATE_NOOP("actions", "地图左转 15°"), ("Ctrl+[",), True),
    Row("map.right", "map", QT_TRANSLATE_NOOP("actions", "地图右转 15°"), ("Ctrl+]",), True),
    Row("map.back", "map", QT_TRANSLATE_NOOP("actions", "上一视野"), ("Ctrl+PgUp",)),
    Row("map.forward", "map", QT_TRANSLATE_NOOP("actions", "下一视野"), ("Ctrl+PgDown",)),
    Row("map.mark", "map", QT_TRANSLATE_NOOP("actions", "存为书签"), ("Ctrl+B",)),
    Row("go.marks", "go", QT_TRANSLATE_NOOP("actions", "到书签"), ("Ctrl+Shift+B",)),
    Row("map.select", "map", QT_TRANSLATE_NOOP("actions", "选择工具"), ("Ctrl+Shift+S",)),
    Row("map.identify", "map", QT_TRANSLATE_NOOP("actions", "查询工具"), ("Ctrl+Shift+I",)),
    Row("map.line", "map", QT_TRANSLATE_NOOP("actions", "量距离"), ("Ctrl+Shift+M",)),
    Row("map.area", "map", QT_TRANSLATE_NOOP("actions", "量面积"), ("Ctrl+Shift+J",)),
    Row("map.bearing", "map", QT_TRANSLATE_NOOP("actions", "量方位"), ("Alt+A",)),
    Row("map.box", "map", QT_TRANSLATE_NOOP("actions", "框选"), ("Alt+B",)),
    Row("map.lasso", "map", QT_TRANSLATE_NOOP("actions", "圈选"), ("Alt+L",)),
    Row("map.circle", "map", QT_TRANSLATE_NOOP("actions", "圆选"), ("Alt+C",)),
    Row("map.buffer", "map", QT_TRANSLATE_NOOP("actions", "缓冲区"), ("Alt+U",)),
    Row("map.rings", "map", QT_TRANSLATE_NOOP("actions", "在地图上画半径圈"), ("Alt+R",)),
    Row("map.reach", "map", QT_TRANSLATE_NOOP("actions", "所选事件的半径圈"), ("Alt+Shift+R",)),
    Row("map.radii", "map", QT_TRANSLATE_NOOP("actions", "半径与估算速度…"), ("Alt+Shift+U",)),
    Row("map.report", "map", QT_TRANSLATE_NOOP("actions", "在地图上登记事件"), ("Alt+N",)),
    Row("map.fence", "map", QT_TRANSLATE_NOOP("actions", "画围栏"), ("Alt+F",)),
    Row("map.round", "map", QT_TRANSLATE_NOOP("actions", "画圆形围栏"), ("Alt+O",)),
    Row("map.point", "map", QT_TRANSLATE_NOOP("actions", "在十字处落点"), (".",)),
    Row("map.menu", "map", QT_TRANSLATE_NOOP("actions", "图中央的右键菜单"), ("Shift+F10",)),
    Row("go.fences", "go", QT_TRANSLATE_NOOP("actions", "到围栏"), ("Alt+G",)),
    Row("go.found", "go", QT_TRANSLATE_NOOP("actions", "到选中"), ("Alt+S",)),
    Row("go.tracks", "go", QT_TRANSLATE_NOOP("actions", "到轨迹"), ("Alt+T",)),
    Row("map.picture", "map", QT_TRANSLATE_NOOP("actions", "存为图片…"), ("Ctrl+Shift+P",)),
    Row("map.objects", "map", QT_TRANSLATE_NOOP("actions", "导出图上对象…"), ("Ctrl+Shift+X",)),
    Row("map.page", "map", QT_TRANSLATE_NOOP("actions", "导出页面、打印…"), ("Ctrl+P",)),
    Row("view.theme", "view", QT_TRANSLATE_NOOP("actions", "日间、夜间"), ("Ctrl+D",)),
    Row("view.full", "view", QT_TRANSLATE_NOOP("actions", "全屏"), ("F11",)),
    Row("view.map", "view", QT_TRANSLATE_NOOP("actions", "只看地图"), ("Ctrl+Shift+Tab",)),
    Row("view.second", "view", QT_TRANSLATE_NOOP("actions", "第二张地图"), ("Ctrl+M",)),
    Row("view.split", "view", QT_TRANSLATE_NOOP("actions", "前后对比"), ("Ctrl+Shift+D",)),
    Row("view.wall", "view", QT_TRANSLATE_NOOP("actions", "大屏"), ("Ctrl+Shift+W",)),
    Row("view.wall_view", "view", QT_TRANSLATE_NOOP("actions", "把当前视野送上大屏")),
    Row("view.wall_set", "view", QT_TRANSLATE_NOOP("actions", "大屏设置…")),
    Row(
        "tracks.selected", "view", QT_TRANSLATE_NOOP("actions", "所选终端的轨迹"), ("Alt+Shift+T",)
    ),
    Row("tracks.case", "view", QT_TRANSLATE_NOOP("actions", "所选事件各力量的轨迹"), ("Alt+I",)),
    Row("tracks.replay", "view", QT_TRANSLATE_NOOP("actions", "回放轨迹"), ("Alt+P",)),
    Row("view.motion", "view", QT_TRANSLATE_NOOP("actions", "缩放动画开关")),
    Row("view.refresh", "view", QT_TRANSLATE_NOOP("actions", "刷新"), ("F5",)),
    Row("view.back", "view", QT_TRANSLATE_NOOP("actions", "收回、取消"), ("Esc",)),
    Row("desk.import", "desk", QT_TRANSLATE_NOOP("actions", "导入边界文件…"), ("Ctrl+O",)),
    Row("desk.base", "desk", QT_TRANSLATE_NOOP("actions", "导入底图…"), ("Ctrl+Shift+O",)),
    Row("desk.verify", "desk", QT_TRANSLATE_NOOP("actions", "校验台账"), ("Ctrl+Shift+V",)),
    Row("desk.note", "desk", QT_TRANSLATE_NOOP("actions", "写值班记事"), ("F8",)),
    Row("desk.sources", "desk", QT_TRANSLATE_NOOP("actions", "信源与拒收"), ("Ctrl+Shift+R",)),
    Row("desk.card", "desk", QT_TRANSLATE_NOOP("actions", "短报文设置…")),
    Row("desk.lock", "desk", QT_TRANSLATE_NOOP("actions", "锁定值班台"), ("Ctrl+Shift+L",)),
    Row("desk.edition", "desk", QT_TRANSLATE_NOOP("actions", "选用区划…"), ("Ctrl+Shift+E",)),
    Row("desk.keys", "desk", QT_TRANSLATE_NOOP("actions", "快捷键"), ("Ctrl+/", "F1")),
    Row("desk.about", "desk", QT_TRANSLATE_NOOP("actions", "关于渝图"), ("Shift+F1",)),
    Row("desk.quit", "desk", QT_TRANSLATE_NOOP("actions", "退出"), ("Ctrl+Q",)),
)

_YIELDS = frozenset(row.id for row in ACTIONS if row.yields)


def text(row: Row) -> str:
    return QCoreApplication.translate("actions", row.text)


def group(name: str) -> str:
    return QCoreApplication.translate("actions", GROUPS[name])


class Actions(QObject):
    """The rows as QActions of one window; `bind` says what they do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made = {row.id: self._make(row, window) for row in ACTIONS}

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def bind(self, table: dict[str, Callable[[], object]]) -> None:
        """Connect ids with what they do. KeyError for an id that has no row."""
        for key, act in table.items():
            self._made[key].triggered.connect(partial(self._fire, key, act))

    def set_only(self, key: str) -> None:
        """Have one action alone, as on a locked console; "" for all of them again."""
        for ident, action in self._made.items():
            action.setEnabled(not key or ident == key)

    def menu(self, parent: QWidget) -> QMenu:
        """All actions, one submenu a group."""
        menu = QMenu(parent)
        for name in GROUPS:
            part = menu.addMenu(group(name))
            part.addActions([self._made[row.id] for row in ACTIONS if row.group == name])
        return menu

    def _fire(self, key: str, act: Callable[[], object]) -> None:
        focus = QApplication.focusWidget()
        if key in _YIELDS and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            act()

    def _make(self, row: Row, window: QWidget) -> QAction:
        action = QAction(text(row), self)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(row.repeat)
        window.addAction(action)
        return action
