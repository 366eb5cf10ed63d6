"""The tools of the map by name."""

from widgets.map_tools.measure import Measure
from widgets.map_tools.select import Identify, Select, ZoomBox
from widgets.map_tools.tool import Canvas, Tool


def make_tools(canvas: Canvas) -> dict[str, Tool]:
    """One of each; `measure` is the short name of the distance tool."""
    tools: tuple[Tool, ...] = (
        Select(canvas),
        Identify(canvas),
        ZoomBox(canvas),
        Measure(canvas, area=False),
        Measure(canvas, area=True),
    )
    named = {tool.name: tool for tool in tools}
    return named | {"measure": named["measure_line"]}
