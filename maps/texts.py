"""Words on the map that come from tables, marked for the translator (context "map")."""

from PySide6.QtCore import QCoreApplication

from app.model import Level
from maps.symbols import PlantState


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, as Qt's own does, and says that it is a str."""
    return text


LEVELS = {
    Level.CITY: QT_TRANSLATE_NOOP("map", "全市"),
    Level.DISTRICT: QT_TRANSLATE_NOOP("map", "区县"),
    Level.TOWN: QT_TRANSLATE_NOOP("map", "镇街"),
    Level.VILLAGE: QT_TRANSLATE_NOOP("map", "村社"),
    Level.GRID: QT_TRANSLATE_NOOP("map", "网格"),
}
PLANTS = {
    PlantState.RUNNING: QT_TRANSLATE_NOOP("map", "并网"),
    PlantState.UNSAID: QT_TRANSLATE_NOOP("map", "在役·状态不明"),
    PlantState.STARTING: QT_TRANSLATE_NOOP("map", "启停·调试"),
    PlantState.STOPPED: QT_TRANSLATE_NOOP("map", "停机"),
    PlantState.TRIPPED: QT_TRANSLATE_NOOP("map", "故障停机"),
    PlantState.REPAIR: QT_TRANSLATE_NOOP("map", "检修"),
    PlantState.BUILDING: QT_TRANSLATE_NOOP("map", "在建"),
    PlantState.CLOSED: QT_TRANSLATE_NOOP("map", "退役"),
}
MEASURES = {
    "open": QT_TRANSLATE_NOOP("map", "未结"),
    "overdue": QT_TRANSLATE_NOOP("map", "超时"),
    "share": QT_TRANSLATE_NOOP("map", "超时占比 %"),
    "per_10k": QT_TRANSLATE_NOOP("map", "未结/万网格"),
    "response": QT_TRANSLATE_NOOP("map", "到场用时 分（30 天中位）"),
}


def level_word(level: Level) -> str:
    return QCoreApplication.translate("map", LEVELS[level])


def measure_word(measure: str) -> str:
    """What the areas are coloured by, with its unit."""
    return QCoreApplication.translate("map", MEASURES[measure])


def plant_word(state: PlantState) -> str:
    return QCoreApplication.translate("map", PLANTS[state])
