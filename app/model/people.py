"""Who acts: officers and their roles, and the units that can be sent."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Posts of the closed loop (spec: closed loop §3.5)."""

    COLLECTOR = "collector"  # 网格员/采集员
    ACCEPTOR = "acceptor"  # 受理员
    DISPATCHER = "dispatcher"  # 派遣员
    HANDLER = "handler"  # 处置人员
    CHECKER = "checker"  # 核查员
    SUPERVISOR = "supervisor"  # 值班长
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A person at a desk; `centre` is the code of the place whose centre the desk belongs to."""

    id: str
    name: str
    roles: frozenset[Role]
    centre: str = "500000"


SYSTEM = Officer(id="system", name="系统", roles=frozenset({Role.SYSTEM}))


class UnitKind(StrEnum):
    GRID = "grid"  # 网格员
    FIRE = "fire"  # 消防
    MEDICAL = "medical"  # 医疗急救
    POWER = "power"  # 电力抢修
    CITY = "city"  # 城市管理


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A crew that can be sent; `terminal` is the one it carries, `home` the code of its place.

    `card`: the number of its BeiDou card, without leading zeros; "" for none.
    """

    id: str
    name: str
    kind: UnitKind
    terminal: str = ""
    home: str = ""
    people: int = 1
    handler: str = ""
    card: str = ""
