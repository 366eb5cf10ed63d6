"""GCJ-02, the shifted degrees of Chinese web maps, from CGCS2000 degrees and back.

The formula is the one that eviltransform, coordtransform and gcoord share. It is used for where a
picture is shown, never for data that is kept.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_A, _EE = 6378245.0, 0.00669342162296594323  # Krasovsky 1940, as the formula has it
_CHINA = (72.004, 0.8293, 137.8347, 55.8271)  # west, south, east, north; outside nothing is shifted
_MOST_ROUNDS = 12
_CLOSE_DEG = 1e-10


def shifted(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Degrees CGCS2000 -> degrees GCJ-02; arrays of equal shape. 480-530 m in Chongqing."""
    lon, lat = np.asarray(lon, float), np.asarray(lat, float)
    east, north = _shift(lon, lat)
    west, south, right, top = _CHINA
    inside = (lon >= west) & (lon <= right) & (lat >= south) & (lat <= top)
    return lon + np.where(inside, east, 0.0), lat + np.where(inside, north, 0.0)


def unshifted(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Degrees GCJ-02 -> degrees CGCS2000, by iteration: exact to far below a millimetre."""
    goal_lon, goal_lat = np.asarray(lon, float), np.asarray(lat, float)
    at_lon, at_lat = goal_lon.copy(), goal_lat.copy()
    for _ in range(_MOST_ROUNDS):
        lon_now, lat_now = shifted(at_lon, at_lat)
        east, north = goal_lon - lon_now, goal_lat - lat_now
        at_lon, at_lat = at_lon + east, at_lat + north
        if max(np.abs(east).max(initial=0.0), np.abs(north).max(initial=0.0)) < _CLOSE_DEG:
            break
    return at_lon, at_lat


def _shift(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Degrees east and north by which a point is moved."""
    x, y, pi = lon - 105.0, lat - 35.0, np.pi
    root = np.sqrt(np.abs(x))
    wave = 20.0 * np.sin(6.0 * x * pi) + 20.0 * np.sin(2.0 * x * pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north = north + (wave + 20.0 * np.sin(y * pi) + 40.0 * np.sin(y / 3.0 * pi)) * 2.0 / 3.0
    north = north + (160.0 * np.sin(y / 12.0 * pi) + 320.0 * np.sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east = east + (wave + 20.0 * np.sin(x * pi) + 40.0 * np.sin(x / 3.0 * pi)) * 2.0 / 3.0
    east = east + (150.0 * np.sin(x / 12.0 * pi) + 300.0 * np.sin(x / 30.0 * pi)) * 2.0 / 3.0
    sine = np.sin(np.radians(lat))
    magic = 1.0 - _EE * sine * sine
    square = np.sqrt(magic)
    north = north * 180.0 / (_A * (1.0 - _EE) / (magic * square) * pi)
    east = east * 180.0 / (_A / square * np.cos(np.radians(lat)) * pi)
    return east, north
