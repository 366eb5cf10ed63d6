"""Settings of a desk by name, as they are called where one cannot be read."""

from collections.abc import Mapping

from widgets.words.said import QT_TRANSLATE_NOOP, said

SETTINGS: Mapping[str, str] = {
    "map": QT_TRANSLATE_NOOP("words", "地图视野"),
    "bookmarks": QT_TRANSLATE_NOOP("words", "书签"),
    "base_maps": QT_TRANSLATE_NOOP("words", "底图"),
    "second_map": QT_TRANSLATE_NOOP("words", "第二张地图"),
    "split": QT_TRANSLATE_NOOP("words", "前后对比"),
    "motion": QT_TRANSLATE_NOOP("words", "动画"),
    "wall": QT_TRANSLATE_NOOP("words", "大屏"),
    "card": QT_TRANSLATE_NOOP("words", "短报文"),
    "card_state": QT_TRANSLATE_NOOP("words", "北斗卡状态"),
    "lock": QT_TRANSLATE_NOOP("words", "锁定"),
    "tracks": QT_TRANSLATE_NOOP("words", "轨迹断开"),
    "sources": QT_TRANSLATE_NOOP("words", "信源"),
    "source_limits": QT_TRANSLATE_NOOP("words", "每路限额"),
    "retention": QT_TRANSLATE_NOOP("words", "定位保留期"),
    "forgotten": QT_TRANSLATE_NOOP("words", "已清除的定位"),
}


def setting(name: str) -> str:
    """The name of a setting; one of another version as it is written."""
    found = SETTINGS.get(name)
    return name if found is None else said(found)
