"""What makes a sentence that can be read doubtful, as names of a Message's status."""

from datetime import date

from app.ingest.nmea_reading import Reading

_DOUBTFUL = date(2000, 10, 31)
"""The first BeiDou satellite; earlier dates come from receivers whose week number rolled over."""


def doubts_of(reading: Reading) -> tuple[str, ...]:
    day, lon_lat = reading.day, reading.lon_lat
    doubts: tuple[str, ...] = ()
    if day is not None and day < _DOUBTFUL:
        doubts = ("date_doubtful",)
    if lon_lat is not None and lon_lat[0] == 0 and lon_lat[1] == 0:
        doubts = (*doubts, "null_island")
    return doubts
