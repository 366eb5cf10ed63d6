"""Assets: power plants on three axes, which are never mixed; substations."""

from dataclasses import dataclass
from enum import StrEnum


class Commissioning(StrEnum):
    """Where a plant is in its life; 首次并网 is not 在役 (DL/T 5437 stages)."""

    BUILDING = "building"
    COMMISSIONING = "commissioning"
    IN_SERVICE = "in_service"
    CLOSED = "closed"


class Availability(StrEnum):
    """DL/T 793: running, reserve, planned and unplanned outage; unknown where nobody has said."""

    RUNNING = "S"
    RESERVE = "R"
    PLANNED = "PO"
    UNPLANNED = "UO"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Degrees CGCS2000; capacity in MW; `source` says where each row's facts come from."""

    id: str
    name: str
    name_en: str
    fuel: str
    capacity_mw: float | None
    year: str
    lon: float | None
    lat: float | None
    commissioning: Commissioning
    availability: Availability
    note: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Substation:
    """Degrees CGCS2000; `voltage_kv` the highest; `name` "" where no source has one."""

    id: str
    name: str
    voltage_kv: int
    lon: float
    lat: float
    source: str
    licence: str
