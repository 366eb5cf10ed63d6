"""The columns of the recommended units: rank, distance, age of the fix, free or busy."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.dispatch.rank import Candidate
from widgets import formats
from widgets.models import samples
from widgets.models.column import Column, Kind
from widgets.models.units import FRESH_MARKS
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the recommended units: the candidate, and whether it goes along as 协办."""

    candidate: Candidate
    assists: bool = False


def offer_age(offer: Offer) -> str:
    """Age of the candidate's fix when it was ranked."""
    found = offer.candidate
    if found.age_s is None:
        return f"○ {_no_fix()}"
    return f"{FRESH_MARKS[found.freshness]} {formats.age(found.age_s)}"


def offer_distance(offer: Offer) -> str:
    """Straight, not by road: the head of the column says so."""
    metres = offer.candidate.distance_m
    return formats.NONE if metres is None else formats.distance(metres)


def place_in_line(offer: Offer) -> str:
    """The rank, marked where the unit goes along as 协办."""
    mark = QCoreApplication.translate("columns", "协")
    return f"{offer.candidate.rank} {mark}" if offer.assists else str(offer.candidate.rank)


def duty(offer: Offer) -> str:
    """Whether it is free, told by shape and word."""
    return f"◐ {_busy()}" if offer.candidate.busy_with else f"○ {_free()}"


def _busy() -> str:
    return QCoreApplication.translate("columns", "在办")


def _free() -> str:
    return QCoreApplication.translate("columns", "待命")


def widest_ages() -> tuple[str, ...]:
    return tuple(f"● {said}" for said in (_no_fix(), *samples.ages()))


def _no_fix() -> str:
    return QCoreApplication.translate("columns", "无定位")


def widest_duties() -> tuple[str, ...]:
    return f"○ {_free()}", f"◐ {_busy()}"


def widest_rank() -> str:
    return "9 " + QCoreApplication.translate("columns", "协")


OFFERS: tuple[Column[Offer], ...] = (
    Column("#", lambda offer, _: place_in_line(offer), sample=widest_rank),
    Column(
        QT_TRANSLATE_NOOP("columns", "力量"), lambda offer, _: offer.candidate.unit.name, weight=1
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "直线"),
        lambda offer, _: offer_distance(offer),
        kind=Kind.NUMBER,
        sample="0.0 km",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "定位"), lambda offer, _: offer_age(offer), sample=widest_ages
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态"), lambda offer, _: duty(offer), sample=widest_duties
    ),
)
