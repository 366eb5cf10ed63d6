"""A hierarchy small enough to read: 1 city, 2 districts, 4 towns, 8 villages, 16 grids, in squares.

It answers like maps.hierarchy.Hierarchy and needs no pack: 106.0-106.4 E, 29.0-29.4 N, each grid a
square of 0.1 degrees, numbered row by row from the south-west.
"""

from app.model import Chain, Level, Place

WEST, SOUTH, STEP, SIDE = 106.0, 29.0, 0.1, 4
EDITION = "small"
_NAMES = {
    "500000": "重庆市",
    "500001": "西渝区",
    "500002": "东渝区",
    "500001001": "朱沱镇",
    "500001002": "松溉镇",
    "500002001": "仙桃街道",
    "500002002": "龙溪街道",
}


def _grid_code(column: int, row: int) -> str:
    district = 1 + column // 2
    town = 1 + row // 2
    village = 1 + column % 2
    return f"{500000 + district}{town:03d}{village:03d}{1 + row % 2:03d}"


def _chain(grid: str) -> tuple[Place, ...]:
    codes = ("500000", grid[:6], grid[:9], grid[:12], grid)
    parents = (None, *codes)
    return tuple(
        Place(code=code, name=_name(code), level=Level(level), parent=parents[level])
        for level, code in enumerate(codes)
    )


def _name(code: str) -> str:
    if code in _NAMES:
        return _NAMES[code]
    return f"第{int(code[-3:])}{'社区' if len(code) == 12 else '网格'}"


class SmallHierarchy:
    edition = EDITION

    def __init__(self) -> None:
        self._squares = {_grid_code(x, y): (x, y) for y in range(SIDE) for x in range(SIDE)}
        self._places = {p.code: p for grid in self._squares for p in _chain(grid)}

    def place(self, code: str) -> Place | None:
        return self._places.get(code)

    def children(self, code: str) -> tuple[Place, ...]:
        return tuple(p for p in self._places.values() if p.parent == code)

    def chain_of(self, code: str) -> tuple[Place, ...]:
        chain = []
        place = self._places.get(code)
        while place is not None:
            chain.append(place)
            place = self._places.get(place.parent) if place.parent else None
        return tuple(reversed(chain))

    def bounds(self, code: str) -> tuple[float, float, float, float]:
        squares = [
            xy for grid, xy in self._squares.items() if code == "500000" or grid.startswith(code)
        ]
        xs, ys = [x for x, _ in squares], [y for _, y in squares]
        return (
            WEST + min(xs) * STEP,
            SOUTH + min(ys) * STEP,
            WEST + (max(xs) + 1) * STEP,
            SOUTH + (max(ys) + 1) * STEP,
        )

    def centre(self, code: str) -> tuple[float, float]:
        west, south, east, north = self.bounds(code)
        return (west + east) / 2, (south + north) / 2

    def locate(self, lon: float, lat: float, accuracy_m: float = 0.0) -> Chain:
        column, row = int((lon - WEST) // STEP), int((lat - SOUTH) // STEP)
        if not (0 <= column < SIDE and 0 <= row < SIDE):
            return Chain(edition=EDITION)
        return Chain(edition=EDITION, places=_chain(_grid_code(column, row)))

    def search(self, text: str, limit: int = 20) -> list[Place]:
        found = [p for p in self._places.values() if text in p.name or p.code.startswith(text)]
        return found[:limit]

    def codes(self, level: Level) -> list[str]:
        return [p.code for p in self._places.values() if p.level == level]

    def names(self, level: Level) -> list[str]:
        return [p.name for p in self._places.values() if p.level == level]
