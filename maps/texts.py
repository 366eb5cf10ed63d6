"""Words on the map that come from tables, marked for the translator (context "map")."""

from PySide6.QtCore import QCoreApplication

from app.model import Level
from maps.base.classes import Class
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
BASES = {
    Class.GREEN: QT_TRANSLATE_NOOP("map", "绿地"),
    Class.BUILT: QT_TRANSLATE_NOOP("map", "建成区"),
    Class.WATER: QT_TRANSLATE_NOOP("map", "水面"),
    Class.OWN_AREA: QT_TRANSLATE_NOOP("map", "自有面要素"),
    Class.STREAM: QT_TRANSLATE_NOOP("map", "溪渠"),
    Class.RIVER: QT_TRANSLATE_NOOP("map", "河流"),
    Class.BUILDING: QT_TRANSLATE_NOOP("map", "建筑"),
    Class.AERODROME: QT_TRANSLATE_NOOP("map", "机场"),
    Class.TAXIWAY: QT_TRANSLATE_NOOP("map", "跑道、滑行道"),
    Class.PATH: QT_TRANSLATE_NOOP("map", "小路"),
    Class.MINOR: QT_TRANSLATE_NOOP("map", "支路"),
    Class.TERTIARY: QT_TRANSLATE_NOOP("map", "次要道路"),
    Class.SECONDARY: QT_TRANSLATE_NOOP("map", "次干道"),
    Class.PRIMARY: QT_TRANSLATE_NOOP("map", "主干道"),
    Class.TRUNK: QT_TRANSLATE_NOOP("map", "快速干道"),
    Class.MOTORWAY: QT_TRANSLATE_NOOP("map", "高速公路"),
    Class.SUBWAY: QT_TRANSLATE_NOOP("map", "轨道交通"),
    Class.RAIL: QT_TRANSLATE_NOOP("map", "铁路"),
    Class.OWN_LINE: QT_TRANSLATE_NOOP("map", "自有线要素"),
    Class.OWN_POINT: QT_TRANSLATE_NOOP("map", "自有点要素"),
    Class.SUBSTATION: QT_TRANSLATE_NOOP("map", "变电站"),
    Class.STATION: QT_TRANSLATE_NOOP("map", "车站"),
}


def level_word(level: Level) -> str:
    return QCoreApplication.translate("map", LEVELS[level])


def measure_word(measure: str) -> str:
    """What the areas are coloured by, with its unit."""
    return QCoreApplication.translate("map", MEASURES[measure])


def plant_word(state: PlantState) -> str:
    return QCoreApplication.translate("map", PLANTS[state])


def base_word(which: Class) -> str:
    """What a feature of a base map is."""
    return QCoreApplication.translate("map", BASES[which])
