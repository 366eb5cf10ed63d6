"""Times, ages, distances and coordinates as people read them; values in, text out, no clock."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.clock import CHINA
from widgets.gauss_kruger import to_gk3

NONE = "—"


class CoordinateFormat(StrEnum):
    DECIMAL = "decimal"
    DMS = "dms"
    GK3 = "gk3"


def local(at: datetime) -> datetime:
    return at.astimezone(CHINA)


def clock_time(at: datetime | None) -> str:
    """08:12:05 in Beijing time."""
    return NONE if at is None else f"{local(at):%H:%M:%S}"


def absolute(at: datetime | None) -> str:
    """2026-11-23 08:12:05 in Beijing time."""
    return NONE if at is None else f"{local(at):%Y-%m-%d %H:%M:%S}"


def day_time(at: datetime | None, now: datetime) -> str:
    """08:12:05 where it is today, 11-22 08:12 where not."""
    if at is None:
        return NONE
    if local(at).date() == local(now).date():
        return clock_time(at)
    return f"{local(at):%m-%d %H:%M}"


def weekday(at: datetime) -> str:
    names = (
        QCoreApplication.translate("formats", "周一"),
        QCoreApplication.translate("formats", "周二"),
        QCoreApplication.translate("formats", "周三"),
        QCoreApplication.translate("formats", "周四"),
        QCoreApplication.translate("formats", "周五"),
        QCoreApplication.translate("formats", "周六"),
        QCoreApplication.translate("formats", "周日"),
    )
    return names[local(at).weekday()]


def age(seconds: float) -> str:
    """How long something lasts or is past, in one unit: 12 秒, 3 分钟, 2 小时, 5 天."""
    seconds = max(0.0, seconds)
    if seconds < 60:
        return QCoreApplication.translate("formats", "%1 秒").replace("%1", str(int(seconds)))
    if seconds < 3600:
        return QCoreApplication.translate("formats", "%1 分钟").replace(
            "%1", str(int(seconds // 60))
        )
    if seconds < 86400:
        return QCoreApplication.translate("formats", "%1 小时").replace(
            "%1", str(int(seconds // 3600))
        )
    return QCoreApplication.translate("formats", "%1 天").replace("%1", str(int(seconds // 86400)))


def ago(at: datetime | None, now: datetime) -> str:
    """3 分钟前; 刚刚 under five seconds; a time to come is said to be one."""
    if at is None:
        return NONE
    seconds = (now - at).total_seconds()
    if seconds < -5:
        return QCoreApplication.translate("formats", "%1后").replace("%1", age(-seconds))
    if seconds < 5:
        return QCoreApplication.translate("formats", "刚刚")
    return QCoreApplication.translate("formats", "%1前").replace("%1", age(seconds))


def both(at: datetime | None, now: datetime) -> str:
    """Relative and absolute: 3 分钟前 · 08:09:12."""
    return NONE if at is None else f"{ago(at, now)} · {day_time(at, now)}"


def timer(seconds: float) -> str:
    """A running clock: 00:13, 12:40, 1:02:33, 3 天; negative with a minus."""
    sign, whole = ("-" if seconds < 0 else ""), int(abs(seconds))
    if whole >= 2 * 86400:
        return sign + age(whole)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02d}:{left:02d}"
    return f"{sign}{minutes:02d}:{left:02d}"


def distance(metres: float | None) -> str:
    """340 m, 3.1 km, 22 km."""
    if metres is None:
        return NONE
    if metres < 1000:
        return f"{metres:.0f} m"
    kilometres = metres / 1000
    return f"{kilometres:.1f} km" if kilometres < 10 else f"{kilometres:.0f} km"


def accuracy(metres: float | None) -> str:
    return NONE if metres is None else f"±{metres:.1f} m" if metres < 10 else f"±{metres:.0f} m"


def speed(kmh: float | None) -> str:
    return NONE if kmh is None else f"{kmh:.0f} km/h"


def megawatts(value: float | None) -> str:
    return NONE if value is None else f"{value:,.0f} MW" if value >= 10 else f"{value:g} MW"


def count(number: int) -> str:
    """Counts with thin groups: 1 031, 60 000; small ones bare."""
    return f"{number:,}".replace(",", "\u2009")


def scale(denominator: float) -> str:
    """1:250 000, rounded to two figures that a person can say."""
    digits = max(0, len(str(int(denominator))) - 2)
    return f"1:{count(round(int(denominator), -digits))}" if digits else f"1:{denominator:.0f}"


def decimal(lon: float, lat: float) -> str:
    """29.020000°N 105.870000°E (0.1 m)."""
    ns, ew = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.6f}°{ns} {abs(lon):.6f}°{ew}"


def _sexagesimal(degrees: float, width: int) -> str:
    tenths = round(abs(degrees) * 36000)
    minutes, seconds = divmod(tenths, 600)
    whole, minutes = divmod(minutes, 60)
    return f"{whole:0{width}d}°{minutes:02d}′{seconds / 10:04.1f}″"


def dms(lon: float, lat: float) -> str:
    """29°01′12.0″N 105°52′12.0″E (3 m)."""
    ns, ew = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{_sexagesimal(lat, 2)}{ns} {_sexagesimal(lon, 2)}{ew}"


def gk3(lon: float, lat: float) -> str:
    """CGCS2000 3-degree Gauss-Kruger: zone, X north, Y east with the zone's number, in metres."""
    zone, x, y = to_gk3(lon, lat)
    return (
        QCoreApplication.translate("formats", "3° 带 %1：X %2 Y %3")
        .replace("%1", str(zone))
        .replace("%2", f"{x:.1f}")
        .replace("%3", f"{y:.1f}")
    )


_COORDINATES = {
    CoordinateFormat.DECIMAL: decimal,
    CoordinateFormat.DMS: dms,
    CoordinateFormat.GK3: gk3,
}


def coordinate(lon: float, lat: float, form: CoordinateFormat = CoordinateFormat.DMS) -> str:
    """A position in degrees CGCS2000 in the format asked for."""
    return _COORDINATES[form](lon, lat)
