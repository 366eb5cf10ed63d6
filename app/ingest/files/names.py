"""What columns and properties are called, in Chinese and English: one table for CSV and GeoJSON.

A name without a unit where units differ (speed) is no known quantity: nothing is guessed.
"""

import re
from datetime import UTC, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))

QUANTITIES: dict[str, tuple[str, ...]] = {
    "lon": ("lon", "lng", "long", "longitude", "经度", "东经", "lon_deg", "lng_deg"),
    "lat": ("lat", "latitude", "纬度", "北纬", "lat_deg"),
    "terminal": (
        *("terminal", "terminal_id", "device", "device_id", "id", "uid", "phone", "sim", "imei"),
        *("card", "card_id", "终端", "终端号", "终端编号", "设备", "设备号", "设备编号", "手机号"),
        *("卡号", "编号", "车牌", "车牌号", "plate", "callsign", "呼号"),
    ),
    "text": ("name", "title", "label", "名称", "地名", "note", "remark", "备注", "说明"),
    "time": (
        *("time", "timestamp", "datetime", "date_time", "fix_time", "时间", "定位时间"),
        *("上报时间", "采集时间", "日期时间"),
    ),
    "time_utc": ("time_utc", "utc", "utc_time", "utc时间", "世界时", "时间utc"),
    "time_beijing": ("time_beijing", "beijing_time", "北京时间", "时间北京", "时间北京时间"),
    "time_unix": ("tst", "unix", "unix_time", "epoch", "时间戳"),
    "alt_m": ("alt", "alt_m", "altitude", "ele", "elevation", "高程", "海拔", "高程米", "海拔米"),
    "speed_kmh": ("speed_kmh", "speedkmh", "speed_km/h", "速度km/h", "速度公里/小时", "时速"),
    "speed_ms": ("speed_ms", "speed_m/s", "speed_mps", "速度m/s", "速度米/秒"),
    "speed_kn": ("speed_kn", "speed_knots", "knots", "速度节"),
    "course_deg": (
        "course",
        "course_deg",
        "heading",
        "bearing",
        "航向",
        "方向",
        "方位角",
        "航向角",
    ),
    "accuracy_m": ("accuracy", "accuracy_m", "acc", "精度", "精度米", "定位精度"),
    "satellites": ("satellites", "sats", "sat", "卫星数", "卫星"),
    "datum": ("datum", "crs", "srs", "coordinate_system", "坐标系", "坐标系统", "基准"),
}
"""Quantity -> the names it goes by, as `plainly` writes them."""

SPEEDS: dict[str, float] = {"speed_kmh": 1.0, "speed_ms": 3.6, "speed_kn": 1.852}
"""Quantity -> km/h in its unit."""

ZONES: dict[str, timezone | None] = {"time": None, "time_utc": UTC, "time_beijing": BEIJING}
"""Quantity -> the zone its times are in where they do not say one."""

SOUND: frozenset[str] = frozenset(
    (
        *("wgs84", "wgs1984", "epsg4326", "crs84", "gps", "beidou", "北斗", "cgcs2000"),
        *("epsg4490", "国家2000", "2000国家大地坐标系", "国家大地2000", "大地2000", "cgcs"),
        *("urnogcdefcrsogc13crs84", "urnogcdefcrsepsg4326", "urnogcdefcrsepsg4490"),
    )
)
"""Datums that are CGCS2000 within centimetres, as `plainly` writes them without marks."""

_MARKS = re.compile(r"[\s_\-()（）\[\]【】°:：.]+")
_BY_NAME: dict[str, str] = {}


def plainly(name: str) -> str:
    """A name without case, spaces, brackets and marks."""
    return _MARKS.sub("", name.strip().lstrip("\ufeff").casefold())


for _quantity, _names in QUANTITIES.items():
    for _name in _names:
        if _BY_NAME.setdefault(plainly(_name), _quantity) != _quantity:
            raise AssertionError(f"{_name} names two quantities")


def quantity_of(name: str) -> str | None:
    """The quantity a column or property holds, None where its name is not in the table."""
    return _BY_NAME.get(plainly(name))


def is_sound(datum: str) -> bool:
    """Whether coordinates in this datum can be taken as they are."""
    return plainly(datum) in SOUND
