"""What areas are coloured by, how classes are made, and the ramps."""

from collections.abc import Mapping

from widgets.words.said import QT_TRANSLATE_NOOP

Table = Mapping[str, str]

MEASURES: Table = {
    "open": QT_TRANSLATE_NOOP("words", "未结事件数"),
    "overdue": QT_TRANSLATE_NOOP("words", "超时事件数"),
    "share": QT_TRANSLATE_NOOP("words", "超时占比"),
    "per_10k": QT_TRANSLATE_NOOP("words", "每万网格未结数"),
    "response": QT_TRANSLATE_NOOP("words", "到场用时（30 天中位数）"),
}
CLASSINGS: Table = {
    "auto": QT_TRANSLATE_NOOP("words", "自动"),
    "quantile": QT_TRANSLATE_NOOP("words", "分位数"),
    "equal": QT_TRANSLATE_NOOP("words", "等间距"),
    "own": QT_TRANSLATE_NOOP("words", "自定下限"),
}
RAMPS: Table = {
    "tide": QT_TRANSLATE_NOOP("words", "青灰（单色）"),
    "cividis": QT_TRANSLATE_NOOP("words", "蓝黄（色觉无碍）"),
    "moss": QT_TRANSLATE_NOOP("words", "苔绿（单色）"),
}
