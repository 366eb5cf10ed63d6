"""The tools of the map by name."""

from PySide6.QtCore import Qt

from widgets.map_tools.areas import Box, Circle, Lasso, Polygon
from widgets.map_tools.fence_edit import FenceEdit
from widgets.map_tools.measure import MeasureArea, MeasureBearing, MeasureLine
from widgets.map_tools.select import Select, ZoomBox
from widgets.map_tools.spots import BufferLine, PointAt
from widgets.map_tools.tool import Canvas, Tool
from widgets.words import QT_TRANSLATE_NOOP

POINTS = {
    "identify": QT_TRANSLATE_NOOP(
        "map_tools", "查询：单击查看此处各图层 · 按 . 查十字处 · Esc 退出"
    ),
    "rings": QT_TRANSLATE_NOOP("map_tools", "半径圈：单击圆心或事件 · 按 . 在十字处 · Esc 清除"),
    "pin_case": QT_TRANSLATE_NOOP("map_tools", "登记事件：单击发生地点 · 按 . 在十字处 · Esc 退出"),
}
BOXES = {
    "select_box": QT_TRANSLATE_NOOP("map_tools", "框选：拖出方框，或按 . 落两角 · Esc 清除"),
}
CIRCLES = {
    "select_circle": QT_TRANSLATE_NOOP(
        "map_tools", "圆选：从圆心拖到圆周，或按 . 落两点 · Esc 清除"
    ),
    "fence_circle": QT_TRANSLATE_NOOP(
        "map_tools", "圆形围栏：从圆心拖到圆周，或按 . 落两点 · Esc 清除"
    ),
}
LASSO = QT_TRANSLATE_NOOP("map_tools", "圈选：按住画一圈，或逐点落、回车 闭合 · Esc 清除")
FENCE = QT_TRANSLATE_NOOP(
    "map_tools",
    "围栏：单击落点，吸附边界，Alt 不吸附 · Backspace 退一点 · 双击或 回车 闭合 · Esc 清除",
)


def make_tools(canvas: Canvas) -> dict[str, Tool]:
    """One of each; `measure` is the short name of the distance tool."""
    tools: tuple[Tool, ...] = (
        Select(canvas),
        ZoomBox(canvas),
        MeasureLine(canvas),
        MeasureArea(canvas),
        MeasureBearing(canvas),
        BufferLine(canvas),
        Lasso(canvas, "select_lasso", LASSO),
        Polygon(canvas, "fence_draw", FENCE),
        FenceEdit(canvas),
        *(PointAt(canvas, name, said) for name, said in POINTS.items()),
        *(Box(canvas, name, said) for name, said in BOXES.items()),
        *(Circle(canvas, name, said) for name, said in CIRCLES.items()),
    )
    named = {tool.name: tool for tool in tools}
    named["identify"].cursor = Qt.CursorShape.WhatsThisCursor
    return named | {"measure": named["measure_line"]}
