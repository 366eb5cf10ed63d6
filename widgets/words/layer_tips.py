"""Where what a layer shows comes from, for those that are empty until somebody brings something."""

from collections.abc import Mapping

from widgets.words.said import QT_TRANSLATE_NOOP, said

TIPS: Mapping[str, str] = {
    "base": QT_TRANSLATE_NOOP("words", "来自导入的底图（Ctrl+Shift+O 或拖到地图上）"),
    "base_lines": QT_TRANSLATE_NOOP("words", "来自导入的底图（Ctrl+Shift+O 或拖到地图上）"),
    "stations": QT_TRANSLATE_NOOP("words", "来自导入的底图（Ctrl+Shift+O 或拖到地图上）"),
    "substations": QT_TRANSLATE_NOOP(
        "words",
        "随附 32 座 110 kV 及以上（OpenStreetMap 2025-02，不全），1:220000 起显示；"
        "更多：导入 OpenStreetMap 摘录或含 power=substation 的矢量文件（Ctrl+Shift+O）",
    ),
}


def layer_tip(name: str) -> str:
    """A line or two, "" for a layer that needs none."""
    return said(TIPS[name]) if name in TIPS else ""
